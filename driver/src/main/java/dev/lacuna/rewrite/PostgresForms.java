package dev.lacuna.rewrite;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that PostgreSQL reads rightly whether a column is there or not.
 *
 * <p>All stand on one rule: a name without a qualifier is that of the innermost scope that has it
 * (PostgreSQL 18 manual, 7.2.1.3 and 4.2.1). The names made here begin with {@code lacuna_}.
 */
final class PostgresForms {

  private static final Dialect DIALECT = Dialect.POSTGRESQL;

  private PostgresForms() {}

  static String quote(String name) {
    return DIALECT.quote(name);
  }

  /** The value that a missing column shows, with its type. */
  static String defaultOf(DeclaredColumn column) {
    return "CAST(" + column.defaultOrNull() + " AS " + column.type() + ")";
  }

  /**
   * What stands in front of a table's name to make it a derived table that has the columns.
   *
   * @param known columns that the table has, by name
   * @param declared columns that it may have or not: those it has not show their default
   */
  static String derivedTableHead(List<String> known, List<DeclaredColumn> declared) {
    List<String> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (DeclaredColumn column : declared) {
      values.add(defaultOf(column));
      names.add(quote(column.column()));
    }
    return "(SELECT lacuna_s.* FROM (VALUES ("
        + String.join(", ", values)
        + ")) lacuna_d("
        + String.join(", ", names)
        + ") CROSS JOIN LATERAL (SELECT "
        + String.join(", ", known)
        + " FROM ";
  }

  /** A column that the table is known to have, inside the derived table. */
  static String knownColumn(String name) {
    return "lacuna_t." + quote(name);
  }

  /** The name of the table itself, inside the derived table. */
  static String derivedTableName() {
    return " lacuna_t";
  }

  /** What closes the derived table. */
  static String derivedTableEnd() {
    return ") lacuna_s)";
  }

  /** What stands behind the table's name to close the derived table. */
  static String derivedTableTail() {
    return derivedTableName() + derivedTableEnd();
  }

  /**
   * A condition that is true only while the column is missing. Where the table has the column, the
   * inner name is that column, and the empty outer join makes it null.
   *
   * @param relation the table's name as the statement has it
   */
  static String isMissing(String relation, String column) {
    String name = quote(column);
    return "(SELECT (SELECT "
        + name
        + " FROM (SELECT 1) lacuna_o LEFT JOIN "
        + relation
        + " ON FALSE) FROM (SELECT 1 AS "
        + name
        + ") lacuna_g) IS NOT NULL";
  }

  /**
   * Takes the lock that a write takes; a user who may INSERT may take it (PostgreSQL 18 manual,
   * LOCK). A probe that names the table in a query locks it by itself; {@link #isUnchanged} does
   * not.
   */
  static String lock(String relation) {
    return "LOCK TABLE " + relation + " IN ROW EXCLUSIVE MODE";
  }

  /**
   * A condition that is true only while no column was added to a table, under the lock that the
   * write itself holds. It reads nothing of the table.
   *
   * <p>The privilege function answers from the catalog as it is now: null where there is no such
   * column (PostgreSQL 18 manual, 9.27.2). Before version 14 it does so only for one who has not
   * the privilege on the whole table; so it is asked for a role that owns nothing.
   *
   * @param attributes the highest number that a column of it ever had
   */
  static String isUnchanged(String relation, int attributes) {
    return "pg_catalog.has_column_privilege('pg_signal_backend', CAST('"
        + relation.replace("'", "''")
        + "' AS pg_catalog.regclass), CAST("
        + (attributes + 1)
        + " AS pg_catalog.int2), 'REFERENCES') IS NULL";
  }

  /** A condition that is always true, in which the values of vanished columns are only typed. */
  static String deadBranchHead() {
    return "CASE WHEN TRUE THEN TRUE ELSE ";
  }
}
