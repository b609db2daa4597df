/** Parsing and positions: text in, values out. There is no connection in here. */
@NullMarked
package dev.lacuna.sql;

import org.jspecify.annotations.NullMarked;
