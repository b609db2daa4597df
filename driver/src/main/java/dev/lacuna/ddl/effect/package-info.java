/**
 * What a change does on a server: the lock that it takes, whether the table is rewritten or
 * scanned. And the facts of a server and a table that decide it.
 */
@NullMarked
package dev.lacuna.ddl.effect;

import org.jspecify.annotations.NullMarked;
