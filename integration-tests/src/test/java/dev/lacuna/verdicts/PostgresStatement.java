package dev.lacuna.verdicts;

/**
 * A statement to try.
 *
 * @param since the first major version that has it
 * @param alone whether it refuses to run in a transaction
 * @param table what readers and writers are tried on: the statement's own table, or the one that it
 *     cannot do without
 */
record PostgresStatement(int since, boolean alone, String table, String sql) {

  PostgresStatement on(String other) {
    return new PostgresStatement(since, alone, other, sql);
  }

  PostgresStatement from(int version) {
    return new PostgresStatement(version, alone, table, sql);
  }

  @Override
  public String toString() {
    return sql;
  }
}
