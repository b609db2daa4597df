/** What the metadata shows of columns that are missing. */
@NullMarked
package dev.lacuna.metadata;

import org.jspecify.annotations.NullMarked;
