/** What comes from a driver, and not from Lacuna: several class loaders may have a copy. */
@NullMarked
package vendor;

import org.jspecify.annotations.NullMarked;
