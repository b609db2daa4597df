/** What a DDL statement says: its changes as values, read from its text alone. */
@NullMarked
package dev.lacuna.ddl.change;

import org.jspecify.annotations.NullMarked;
