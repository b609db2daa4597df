/** The history of DDL, on real servers. */
@NullMarked
package dev.lacuna.history;

import org.jspecify.annotations.NullMarked;
