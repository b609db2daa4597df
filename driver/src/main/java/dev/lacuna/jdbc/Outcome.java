package dev.lacuna.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Reads from what an execution returned whether it had any effect. */
final class Outcome {

  private Outcome() {}

  /**
   * Whether no row was changed or returned.
   *
   * @param result what one of the execute methods returned
   * @param statement the driver's statement that was run
   */
  static boolean isNothing(Object result, Statement statement) throws SQLException {
    if (result instanceof ResultSet rows) {
      return !rows.isBeforeFirst();
    }
    if (result instanceof Boolean hasRows) {
      ResultSet rows = hasRows ? statement.getResultSet() : null;
      return rows == null ? statement.getUpdateCount() == 0 : !rows.isBeforeFirst();
    }
    return result instanceof Number count && count.longValue() == 0;
  }

  /** Closes rows that nobody is going to read. */
  static void close(Object result, Statement statement) throws SQLException {
    ResultSet rows = result instanceof ResultSet returned ? returned : statement.getResultSet();
    if (rows != null) {
      rows.close();
    }
  }

  /**
   * Whether rows came without a column of one of these names.
   *
   * @param result what one of the execute methods returned
   * @param statement the driver's statement that was run
   */
  static boolean lacks(Object result, Statement statement, Set<String> names) throws SQLException {
    ResultSet rows = result instanceof ResultSet returned ? returned : null;
    if (Boolean.TRUE.equals(result)) {
      rows = statement.getResultSet();
    }
    if (rows == null) {
      return false;
    }
    Set<String> missing = new HashSet<>(names);
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      missing.remove(columns.getColumnLabel(i));
    }
    return !missing.isEmpty();
  }
}
