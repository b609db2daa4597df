package dev.lacuna.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
}
