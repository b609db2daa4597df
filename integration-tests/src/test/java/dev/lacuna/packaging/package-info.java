/** What is published, as it is used. */
@NullMarked
package dev.lacuna.packaging;

import org.jspecify.annotations.NullMarked;
