/**
 * The texts that Lacuna sends, on a server: each is held against the application's own text on the
 * same tables, first without the declared columns, then with them.
 */
@NullMarked
package dev.lacuna.rewrite;

import org.jspecify.annotations.NullMarked;
