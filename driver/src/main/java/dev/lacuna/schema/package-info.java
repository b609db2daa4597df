/** The declared columns, and what a table has now. */
@NullMarked
package dev.lacuna.schema;

import org.jspecify.annotations.NullMarked;
