package dev.lacuna.asif;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sequences of statements that PostgreSQL alone has; what they show is compared. */
final class PostgresScripts {

  private PostgresScripts() {}

  static List<?> createTableAs(Connection connection) throws SQLException {
    return shown(
        connection,
        "CREATE TABLE copied AS SELECT id, nickname, level FROM users WHERE nickname IS NULL",
        "SELECT * FROM copied ORDER BY id");
  }

  static List<?> createTableAsStar(Connection connection) throws SQLException {
    return shown(
        connection,
        "CREATE TEMPORARY TABLE copied ON COMMIT DROP AS SELECT * FROM orders",
        "SELECT * FROM copied ORDER BY id");
  }

  static List<?> createTableWithNoData(Connection connection) throws SQLException {
    return shown(
        connection,
        "CREATE TABLE copied (a, b) AS SELECT nickname, level FROM users WITH NO DATA",
        "SELECT * FROM copied");
  }

  static List<?> selectInto(Connection connection) throws SQLException {
    return shown(
        connection,
        "SELECT id, nickname INTO TEMPORARY copied FROM users",
        "SELECT * FROM copied ORDER BY id");
  }

  static List<?> prepareQuery(Connection connection) throws SQLException {
    return shown(
        connection,
        "PREPARE p (int) AS SELECT id, nickname FROM users WHERE id = $1 AND level = 1",
        "EXECUTE p (2)",
        "DEALLOCATE p");
  }

  static List<?> prepareStar(Connection connection) throws SQLException {
    return shown(
        connection, "PREPARE p AS SELECT * FROM orders ORDER BY id", "EXECUTE p", "DEALLOCATE p");
  }

  static List<?> cursor(Connection connection) throws SQLException {
    return shown(
        connection,
        "DECLARE c SCROLL CURSOR FOR SELECT id, nickname, level FROM users ORDER BY id",
        "FETCH 2 FROM c",
        "FETCH BACKWARD 1 FROM c",
        "CLOSE c");
  }

  /** What a {@code COPY} to a file of the server's writes; the file's name goes into a %s. */
  static List<Object> copied(Connection connection, String copy) throws SQLException {
    String name = "copied-" + UUID.randomUUID() + ".csv";
    String file = "'" + text(connection, "SHOW data_directory") + "/" + name + "'";
    List<Object> seen = shown(connection, copy.formatted(file));
    String lines = text(connection, "SELECT pg_read_file('" + name + "')");
    seen.addAll(lines.lines().toList());
    return seen;
  }

  static List<?> procedure(Connection connection) throws SQLException {
    List<Object> seen = new ArrayList<>();
    try (CallableStatement call = connection.prepareCall("CALL grow(?)")) {
      call.setInt(1, 5);
      seen.add(call.execute());
    }
    seen.addAll(shown(connection, "SELECT age, nickname FROM users WHERE id = 1"));
    return seen;
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** The counts, and the columns and rows, of the statements one after the other. */
  static List<Object> shown(Connection connection, String... statements) throws SQLException {
    List<Object> seen = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (!statement.execute(sql)) {
          seen.add(statement.getUpdateCount());
          continue;
        }
        try (ResultSet rows = statement.getResultSet()) {
          seen.addAll(Reading.columns(rows.getMetaData()));
          while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              row.add(String.valueOf(rows.getString(i)));
            }
            seen.add(String.join("|", row));
          }
        }
      }
    }
    return seen;
  }
}
