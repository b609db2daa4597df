package dev.lacuna.asif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences of JDBC calls on MySQL and MariaDB; what they observe is compared. */
final class MySqlScripts {

  private MySqlScripts() {}

  // Keys

  static List<?> lastInsertId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO users (name, nickname) VALUES ('A', 'a'), ('B', 'b')");
      return rows(statement, "SELECT LAST_INSERT_ID(), ROW_COUNT() IS NULL");
    }
  }

  static List<?> batchWithKeys(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO users (name, nickname) VALUES (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      for (String name : List.of("A", "B", "C")) {
        statement.setString(1, name);
        statement.setString(2, name + "!");
        statement.addBatch();
      }
      List<Object> seen = new ArrayList<>(List.of(statement.executeBatch().length));
      try (ResultSet keys = statement.getGeneratedKeys()) {
        while (keys.next()) {
          seen.add(keys.getLong(1));
        }
      }
      return seen;
    }
  }

  // Result sets

  static List<?> everyGetter(Connection connection) throws SQLException {
    return getters(
        connection,
        "SELECT active, stock, userial, price, label, raw, since, alarm, made6, meta, bits"
            + " FROM widgets");
  }

  static List<?> everyGetterOfStar(Connection connection) throws SQLException {
    return getters(connection, "SELECT * FROM widgets");
  }

  private static List<?> getters(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      List<@Nullable Object> seen = new ArrayList<>();
      seen.add(rows.getBoolean("active"));
      seen.add(rows.getObject("active", Boolean.class));
      seen.add(rows.getInt("active"));
      seen.add(rows.getInt("stock"));
      seen.add(rows.getLong("stock"));
      seen.add(rows.getByte("stock"));
      seen.add(rows.getShort("stock"));
      seen.add(rows.getDouble("stock"));
      seen.add(rows.getFloat("stock"));
      seen.add(rows.getString("userial"));
      seen.add(rows.getObject("userial", BigInteger.class));
      seen.add(rows.getBigDecimal("price"));
      seen.add(rows.getObject("price", BigDecimal.class));
      seen.add(rows.getString("label"));
      seen.add(rows.getBytes("raw"));
      seen.add(rows.getDate("since"));
      seen.add(rows.getObject("since", LocalDate.class));
      seen.add(rows.getObject("alarm", LocalTime.class));
      seen.add(rows.getTimestamp("made6"));
      seen.add(rows.getObject("made6", LocalDateTime.class));
      seen.add(rows.getString("meta"));
      seen.add(rows.getInt("bits"));
      seen.add(rows.findColumn("MADE6") > 0);
      return seen;
    }
  }

  static List<?> fineMetaData(Connection connection) throws SQLException {
    return fine(
        connection,
        "SELECT u.id, u.nickname, u.level AS l, w.utiny, w.raw, w.feeling, w.stock FROM users u"
            + " JOIN widgets w ON w.id = u.id");
  }

  static List<?> fineMetaDataOfStar(Connection connection) throws SQLException {
    return fine(connection, "SELECT * FROM users");
  }

  private static List<?> fine(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ResultSetMetaData metaData = rows.getMetaData();
      List<Object> seen = new ArrayList<>();
      for (int column = 1; column <= metaData.getColumnCount(); column++) {
        seen.add(
            "%s of %s: nullable %d, signed %s, auto %s, case %s"
                .formatted(
                    metaData.getColumnLabel(column),
                    metaData.getTableName(column),
                    metaData.isNullable(column),
                    metaData.isSigned(column),
                    metaData.isAutoIncrement(column),
                    metaData.isCaseSensitive(column)));
      }
      return seen;
    }
  }

  static List<?> scrollable(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM profiles WHERE shoe IS NULL ORDER BY id",
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_READ_ONLY)) {
      List<Object> seen = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        seen.add(rows.last());
        seen.add(rows.getString("handle"));
        seen.add(rows.getString(1));
        seen.add(rows.first());
        seen.add(rows.getString(3));
        seen.add(rows.absolute(-1));
        seen.add(rows.getInt("id"));
      }
      return seen;
    }
  }

  // Warnings and counts

  static List<?> warnings(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<Object> seen = new ArrayList<>();
      seen.add(
          statement.executeUpdate(
              "INSERT IGNORE INTO users (id, name, nickname) VALUES (1, 'dup', 'x')"));
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        seen.add(each.getSQLState() + " " + each.getErrorCode());
      }
      return seen;
    }
  }

  static List<?> foundRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement
          .executeQuery("SELECT SQL_CALC_FOUND_ROWS nickname FROM users ORDER BY id LIMIT 2")
          .close();
      return rows(statement, "SELECT FOUND_ROWS()");
    }
  }

  // What a session keeps

  static List<?> temporaryTable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE kept AS SELECT id, nickname, level FROM users");
      List<?> seen = rows(statement, "SELECT id, nickname, level FROM kept ORDER BY id");
      statement.execute("DROP TEMPORARY TABLE kept");
      return seen;
    }
  }

  static List<?> preparedInSql(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PREPARE s FROM 'SELECT nickname, level FROM users WHERE id = ?'");
      statement.execute("SET @id = 1");
      List<?> seen = rows(statement, "EXECUTE s USING @id");
      statement.execute("DEALLOCATE PREPARE s");
      return seen;
    }
  }

  // Databases

  static List<?> qualified(Connection connection) throws SQLException {
    String here = "`" + connection.getCatalog() + "`";
    try (Statement statement = connection.createStatement()) {
      List<Object> seen =
          new ArrayList<>(rows(statement, "SELECT nickname FROM " + here + ".users"));
      seen.addAll(rows(statement, "SELECT %1$s.users.level FROM %1$s.users".formatted(here)));
      seen.addAll(rows(statement, "SELECT u.* FROM " + here + ".users u WHERE u.id = 1"));
      seen.add(statement.executeUpdate("UPDATE " + here + ".users SET nickname = 'x', age = 1"));
      seen.add(
          statement.executeUpdate(
              "INSERT INTO %s.users (name, nickname) VALUES ('A', 'a')".formatted(here)));
      seen.add(statement.executeUpdate("DELETE FROM %s.orders WHERE discount = 0".formatted(here)));
      return seen;
    }
  }

  static List<?> used(Connection connection) throws SQLException {
    String here = connection.getCatalog();
    try (Statement statement = connection.createStatement()) {
      List<Object> seen = new ArrayList<>(rows(statement, "SELECT nickname, level FROM users"));
      statement.execute("USE information_schema");
      seen.addAll(rows(statement, "SELECT COUNT(*) FROM `" + here + "`.users"));
      statement.execute("USE `" + here + "`");
      seen.addAll(rows(statement, "SELECT nickname, level FROM users"));
      connection.setCatalog("information_schema");
      connection.setCatalog(here);
      seen.addAll(rows(statement, "SELECT discount FROM orders"));
      return seen;
    }
  }

  // Locks

  /** What another session may take while this one holds its locks. */
  static List<?> lockedRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement
          .executeQuery("SELECT nickname FROM users WHERE id < 3 AND nickname IS NULL FOR UPDATE")
          .close();
      // The server tells of what it has known for a tenth of a second.
      rows(statement, "SELECT SLEEP(0.2)");
      return rows(
          statement,
          "SELECT trx_rows_locked > 0, trx_tables_locked FROM information_schema.innodb_trx"
              + " WHERE trx_mysql_thread_id = CONNECTION_ID()");
    }
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          line.append('|').append(rows.getString(column));
        }
        lines.add(line.toString());
      }
      return lines;
    }
  }
}
