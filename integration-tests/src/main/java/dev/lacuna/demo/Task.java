package dev.lacuna.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the application does.
 *
 * @param shown the statement, as it is shown
 * @param work does it, and tells what the application has seen
 * @param withoutColumn what the application sees where the columns are missing, if that differs: a
 *     value written before has vanished there
 */
record Task(String shown, Work work, @Nullable String withoutColumn) {

  /** Work on a connection. */
  interface Work {
    String on(Connection connection) throws SQLException;
  }

  static Task query(String sql, Object... parameters) {
    return new Task(sql, connection -> rows(connection, sql, parameters), null);
  }

  static Task update(String sql, Object... parameters) {
    return new Task(sql, connection -> count(connection, sql, parameters), null);
  }

  /** An insert that asks for the keys that the server has made. */
  static Task insert(String sql, Object... parameters) {
    return new Task(sql, connection -> keys(connection, sql, parameters), null);
  }

  static Task batch(String sql, List<Object[]> rows) {
    return new Task(sql, connection -> counts(connection, sql, rows), null);
  }

  /** Statements in one transaction. */
  static Task transaction(String shown, Work work) {
    return new Task(shown, connection -> inTransaction(connection, work), null);
  }

  /** Without the columns, the application sees this: what it has written before is not there. */
  Task butWithoutColumn(String answer) {
    return new Task(shown, work, answer);
  }

  /** As on any working day: a connection from the pool, the work, and back with it. */
  Answer on(DataSource pool) {
    try (Connection connection = pool.getConnection()) {
      return new Answer.Told(work.on(connection));
    } catch (SQLException e) {
      return Answer.Failed.of(e);
    }
  }

  static String rows(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return Rows.text(rows);
      }
    }
  }

  static String count(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return Rows.count(statement.executeUpdate());
    }
  }

  private static String keys(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, parameters);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        return keys.next() ? "key " + keys.getLong("id") : "no key";
      }
    }
  }

  private static String counts(Connection connection, String sql, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      return IntStream.of(statement.executeBatch())
          .mapToObj(Rows::count)
          .collect(Collectors.joining(" · "));
    }
  }

  private static String inTransaction(Connection connection, Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      String answer = work.on(connection);
      connection.commit();
      return answer;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int index = 1; index <= parameters.length; index++) {
      statement.setObject(index, parameters[index - 1]);
    }
  }
}
