/**
 * Traffic on a table whose column comes and goes, and the proof that no write was lost and no read
 * was stale.
 *
 * <p>The proof rests on three things that know nothing of each other: a {@link
 * dev.lacuna.storm.SchemaClock clock} that brackets every DDL statement, a {@link
 * dev.lacuna.storm.Ledger ledger} of what the server has acknowledged, and a trigger that keeps
 * every version of every row that was ever stored.
 */
@NullMarked
package dev.lacuna.storm;

import org.jspecify.annotations.NullMarked;
