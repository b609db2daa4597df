package dev.lacuna.ddl.effect;

import java.util.Locale;

/**
 * The lock that a statement holds on a table, in the server's own words: PostgreSQL's lock modes
 * (PostgreSQL 18 manual, 13.3.1), and the levels of MySQL's and MariaDB's {@code LOCK=} clause
 * (MySQL 9.7 Reference Manual, 15.1.11). In the order of their strength.
 */
public enum Lock {
  NONE(false, false),
  ACCESS_SHARE(false, false),
  ROW_SHARE(false, false),
  ROW_EXCLUSIVE(false, false),
  SHARE_UPDATE_EXCLUSIVE(false, false),
  /** PostgreSQL's. */
  SHARE(false, true),
  SHARE_ROW_EXCLUSIVE(false, true),
  /** MySQL's: reads go on, writes wait. */
  SHARED(false, true),
  /** On PostgreSQL writes wait; MySQL's level of that name is {@link #MYSQL_EXCLUSIVE}. */
  EXCLUSIVE(false, true),
  ACCESS_EXCLUSIVE(true, true),
  /** MySQL's: reads and writes wait. */
  MYSQL_EXCLUSIVE(true, true);

  private final boolean blocksReads;
  private final boolean blocksWrites;

  Lock(boolean blocksReads, boolean blocksWrites) {
    this.blocksReads = blocksReads;
    this.blocksWrites = blocksWrites;
  }

  /** Whether a plain SELECT waits for it. */
  public boolean blocksReads() {
    return blocksReads;
  }

  /** Whether INSERT, UPDATE and DELETE wait for it. */
  public boolean blocksWrites() {
    return blocksWrites;
  }

  /** The stronger one of both. */
  public Lock or(Lock other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The server's own words. */
  public String sql() {
    return this == MYSQL_EXCLUSIVE ? "EXCLUSIVE" : name().replace('_', ' ');
  }

  /** The mode as {@code pg_locks} has it: {@code AccessExclusiveLock}. */
  public static Lock ofPgLocks(String mode) {
    String words = mode.substring(0, mode.length() - "Lock".length());
    return valueOf(words.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
  }
}
