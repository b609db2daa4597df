package dev.lacuna.verdicts;

/**
 * A statement to try.
 *
 * @param since the first major version that has it
 * @param alone whether it is not tried in a transaction
 * @param table what readers and writers are tried on: the statement's own table, or the one that it
 *     cannot do without
 * @param zone the time zone of its session
 * @param error the SQLState that it fails with, having read rows; empty where it succeeds
 */
record PostgresStatement(
    int since, boolean alone, String table, String sql, String zone, String error) {

  PostgresStatement(int since, boolean alone, String table, String sql) {
    this(since, alone, table, sql, "UTC", "");
  }

  PostgresStatement on(String other) {
    return new PostgresStatement(since, alone, other, sql, zone, error);
  }

  PostgresStatement from(int version) {
    return new PostgresStatement(version, alone, table, sql, zone, error);
  }

  PostgresStatement in(String other) {
    return new PostgresStatement(since, alone, table, sql, other, error);
  }

  /** A statement that fails cannot be watched when it is done: it has to wait meanwhile. */
  PostgresStatement failingWith(String state) {
    return new PostgresStatement(since, true, table, sql, zone, state);
  }

  @Override
  public String toString() {
    return zone.equals("UTC") ? sql : sql + " in " + zone;
  }
}
