package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How the storm's statements reach a connection. It is the seam at which tests plant faults, to see
 * that they are found.
 */
interface SqlRunner extends AutoCloseable {

  /** Makes the runner of a connection. */
  interface Factory {
    SqlRunner on(Connection connection);
  }

  /** The update count. */
  int update(TrafficSql sql, Object... arguments) throws SQLException;

  int[] batch(TrafficSql sql, List<Object[]> rows) throws SQLException;

  /** The first row, if there is one. */
  Optional<Row> row(TrafficSql sql, Object... arguments) throws SQLException;

  /** Closes the statements, not the connection. */
  @Override
  void close() throws SQLException;

  /** Reads a row by the labels of its columns, as {@code SELECT *} needs it. */
  static Optional<Row> read(ResultSet rows) throws SQLException {
    return rows.next()
        ? Optional.of(
            new Row(
                rows.getLong("id"), rows.getInt("visits"), Mark.parse(rows.getString("nickname"))))
        : Optional.empty();
  }
}
