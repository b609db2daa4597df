package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change does on a server.
 *
 * @param lock the strongest lock on the table, and on the indexes that it had before. On MySQL what
 *     is held while the work is done: at its begin and end every ALTER takes an exclusive metadata
 *     lock for a moment
 * @param rewrites whether every row is written anew
 * @param scans whether every row is read: to be written anew, checked, or put into an index
 * @param algorithm null on PostgreSQL, and where MySQL has no choice
 * @param others the locks on other tables that were there before
 */
public record Effect(
    Lock lock, boolean rewrites, boolean scans, @Nullable Algorithm algorithm, List<Other> others) {

  /** A lock on another table. */
  public record Other(ObjectName table, Lock lock) {}

  /** Nothing at all. */
  public static final Effect NOTHING = new Effect(Lock.NONE, false, false, null, List.of());

  /** Copies the list. */
  public Effect {
    others = List.copyOf(others);
  }

  /** A lock for a moment: no row is looked at. */
  public static Effect brief(Lock lock) {
    return new Effect(lock, false, false, null, List.of());
  }

  /** A lock while every row is read. */
  public static Effect scan(Lock lock) {
    return new Effect(lock, false, true, null, List.of());
  }

  /** A lock while every row is written anew. */
  public static Effect rewrite(Lock lock) {
    return new Effect(lock, true, true, null, List.of());
  }

  /** The same, with a lock on another table. */
  public Effect also(@Nullable ObjectName table, Lock otherLock) {
    if (table == null) {
      return this;
    }
    List<Other> all = new ArrayList<>(others);
    all.add(new Other(table, otherLock));
    return new Effect(lock, rewrites, scans, algorithm, all);
  }

  /** Both in one statement, on PostgreSQL: all is done under the stronger lock. */
  public Effect and(Effect other) {
    List<Other> all = new ArrayList<>(others);
    all.addAll(other.others);
    return new Effect(
        lock.or(other.lock),
        rewrites || other.rewrites,
        scans || other.scans,
        algorithm == null ? other.algorithm : algorithm,
        all);
  }

  /** Whether its work grows with the table. */
  public boolean isLong() {
    return rewrites || scans;
  }

  /** Whether reads wait for it, however long. */
  public boolean blocksReads() {
    return lock.blocksReads();
  }

  /** Whether writes wait for it, however long. */
  public boolean blocksWrites() {
    return lock.blocksWrites();
  }

  /** Whether somebody waits for as long as the table is big. */
  public boolean stalls() {
    return isLong() && (blocksWrites() || blocksReads());
  }
}
