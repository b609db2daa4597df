package dev.lacuna.asif;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sequences of JDBC calls; what they observe is compared. */
final class Scripts {

  private static final String BY_ID = "SELECT id, nickname, level FROM users WHERE id = ?";
  private static final String RENAME = "UPDATE users SET nickname = ?, age = ? WHERE id = ?";

  private Scripts() {}

  // Batches

  static List<?> clearedBatch(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENAME)) {
      addRename(statement, "a", 1);
      statement.clearBatch();
      addRename(statement, "b", 2);
      addRename(statement, "c", 3);
      List<Object> seen = counts(statement.executeBatch());
      seen.addAll(counts(statement.executeBatch()));
      addRename(statement, "d", 99);
      seen.addAll(counts(statement.executeBatch()));
      return seen;
    }
  }

  static List<?> batchWithKeys(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO users (name, nickname) VALUES (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      for (String name : List.of("A", "B")) {
        statement.setString(1, name);
        statement.setString(2, name.toLowerCase(java.util.Locale.ROOT));
        statement.addBatch();
      }
      List<Object> seen = counts(statement.executeBatch());
      try (ResultSet keys = statement.getGeneratedKeys()) {
        while (keys.next()) {
          seen.add(keys.getLong("id"));
          seen.add(keys.getString("name"));
        }
      }
      return seen;
    }
  }

  static List<?> executedThenBatch(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENAME)) {
      rename(statement, "a", 1);
      List<Object> seen = new ArrayList<>(List.of(statement.executeUpdate()));
      addRename(statement, "b", 2);
      addRename(statement, "c", 3);
      seen.addAll(counts(statement.executeBatch()));
      rename(statement, "d", 4);
      seen.add(statement.executeUpdate());
      return seen;
    }
  }

  // Parameters

  static List<?> parametersKept(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENAME)) {
      statement.setInt(3, 1);
      statement.setInt(2, 50);
      statement.setString(1, "a");
      int first = statement.executeUpdate();
      statement.setInt(3, 2);
      return List.of(first, statement.executeUpdate(), statement.executeUpdate());
    }
  }

  static List<?> parametersCleared(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENAME)) {
      rename(statement, "a", 1);
      statement.clearParameters();
      return List.of(sqlStateOf(statement::executeUpdate));
    }
  }

  static List<?> parameterMissing(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENAME)) {
      statement.setInt(2, 5);
      statement.setInt(3, 1);
      return List.of(sqlStateOf(statement::executeUpdate));
    }
  }

  static List<?> parameterTooMany(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENAME)) {
      return List.of(
          sqlStateOf(() -> statement.setInt(4, 1)), sqlStateOf(() -> statement.setInt(0, 1)));
    }
  }

  // Result sets

  static List<?> everyGetter(Connection connection) throws SQLException {
    return getters(
        connection, "SELECT active, stock, price, label, raw, since, sold, token FROM widgets");
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
      seen.add(rows.getInt("stock"));
      seen.add(rows.getLong("stock"));
      seen.add(rows.getByte("stock"));
      seen.add(rows.getShort("stock"));
      seen.add(rows.getDouble("stock"));
      seen.add(rows.getFloat("stock"));
      seen.add(rows.getBigDecimal("price"));
      seen.add(rows.getObject("price", BigDecimal.class));
      seen.add(rows.getString("label"));
      seen.add(text(rows.getCharacterStream("label")));
      seen.add(rows.getBytes("raw"));
      seen.add(rows.getBinaryStream("raw").readAllBytes());
      seen.add(rows.getDate("since"));
      seen.add(rows.getObject("since", java.time.LocalDate.class));
      seen.add(rows.getTimestamp("sold"));
      seen.add(rows.getObject("sold", java.time.OffsetDateTime.class));
      seen.add(rows.getObject("token", UUID.class));
      seen.add(sqlStateOf(() -> rows.getInt("label")));
      seen.add(sqlStateOf(() -> rows.getInt("nosuch")));
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<?> findColumn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT u.*, nickname AS \"Nick\" FROM users u")) {
      return List.of(
          rows.findColumn("id"),
          rows.findColumn("nickname"),
          rows.findColumn("NICKNAME"),
          rows.findColumn("level"),
          rows.findColumn("nick"),
          sqlStateOf(() -> rows.findColumn("nosuch")));
    }
  }

  static List<?> wasNull(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM users ORDER BY id")) {
      List<Object> seen = new ArrayList<>();
      while (rows.next()) {
        rows.getString("nickname");
        seen.add(rows.wasNull());
        rows.getInt("level");
        seen.add(rows.wasNull());
        rows.getString("city");
        seen.add(rows.wasNull());
        rows.getInt("nickname");
        seen.add(rows.wasNull());
      }
      return seen;
    }
  }

  static List<?> fetchSize(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, nickname FROM users ORDER BY id")) {
      statement.setFetchSize(2);
      return strings(statement);
    }
  }

  static List<?> scrollable(Connection connection) throws SQLException {
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows =
            statement.executeQuery("SELECT * FROM users WHERE level = 1 ORDER BY id")) {
      List<@Nullable Object> seen = new ArrayList<>();
      seen.add(rows.last());
      seen.add(rows.getRow());
      seen.add(rows.getString("nickname"));
      seen.add(rows.previous());
      seen.add(rows.getInt("level"));
      seen.add(rows.absolute(2));
      seen.add(rows.getString(2));
      seen.add(rows.first() && rows.isFirst());
      seen.add(rows.relative(3));
      seen.add(rows.getInt("id"));
      return seen;
    }
  }

  static List<?> maxRows(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, nickname FROM users ORDER BY id")) {
      statement.setMaxRows(3);
      return strings(statement);
    }
  }

  static List<?> updatable(Connection connection) throws SQLException {
    try (Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows =
            statement.executeQuery("SELECT id, name, nickname FROM users WHERE id = 1")) {
      rows.next();
      rows.updateString("name", "Changed");
      rows.updateRow();
      return List.of(rows.getString("name"), String.valueOf(rows.getString("nickname")));
    }
  }

  static List<?> executeKinds(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return List.of(
          statement.executeUpdate("UPDATE users SET nickname = 'x' WHERE id < 3"),
          statement.executeLargeUpdate("UPDATE users SET nickname = 'x', age = 1"),
          statement.execute("UPDATE users SET nickname = 'x' WHERE id = 99"),
          statement.getUpdateCount(),
          statement.execute("SELECT nickname FROM users"),
          statement.getUpdateCount(),
          sqlStateOf(() -> statement.executeQuery("UPDATE users SET nickname = 'x'")),
          sqlStateOf(() -> statement.executeUpdate("SELECT nickname FROM users")));
    }
  }

  static List<?> statementReused(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet first = statement.executeQuery("SELECT nickname FROM users");
      ResultSet second = statement.executeQuery("SELECT discount FROM orders");
      return List.of(first.isClosed(), second.isClosed(), statement.getResultSet() == second);
    }
  }

  static List<?> metaData(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      List<Object> seen = new ArrayList<>(Reading.columns(statement.getMetaData()));
      statement.setInt(1, 1);
      try (ResultSet rows = statement.executeQuery()) {
        seen.addAll(Reading.columns(rows.getMetaData()));
      }
      seen.addAll(Reading.columns(statement.getMetaData()));
      return seen;
    }
  }

  static List<?> statementOfResultSet(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setInt(1, 1);
      try (ResultSet rows = statement.executeQuery()) {
        return List.of(rows.getStatement() == statement, statement.getConnection() == connection);
      }
    }
  }

  static List<?> closeOnCompletion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.closeOnCompletion();
      boolean asked = statement.isCloseOnCompletion();
      statement.executeQuery("SELECT nickname FROM users").close();
      return List.of(asked, statement.isClosed());
    }
  }

  // Locks

  static List<?> lockedRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement
          .executeQuery("SELECT nickname FROM users WHERE nickname IS NULL AND id < 3 FOR UPDATE")
          .close();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT id FROM users WHERE xmax::text::bigint > 0 AND pg_xact_status("
                  + "xmax::text::xid8) = 'in progress' ORDER BY id")) {
        List<Object> locked = new ArrayList<>();
        while (rows.next()) {
          locked.add(rows.getInt(1));
        }
        return locked;
      }
    }
  }

  // Helpers

  /** A call that may fail. */
  private interface Failing {
    void call() throws SQLException;
  }

  private static String sqlStateOf(Failing failing) {
    try {
      failing.call();
      return "no error";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private static void addRename(PreparedStatement statement, String nickname, int id)
      throws SQLException {
    rename(statement, nickname, id);
    statement.addBatch();
  }

  private static void rename(PreparedStatement statement, String nickname, int id)
      throws SQLException {
    statement.setString(1, nickname);
    statement.setInt(2, 40 + id);
    statement.setInt(3, id);
  }

  private static List<Object> counts(int[] counts) {
    return new ArrayList<>(Arrays.stream(counts).boxed().toList());
  }

  private static List<String> strings(PreparedStatement statement) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        strings.add(rows.getString(1) + "|" + rows.getString("nickname"));
      }
    }
    return strings;
  }

  private static String text(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      text.append((char) c);
    }
    return text.toString();
  }
}
