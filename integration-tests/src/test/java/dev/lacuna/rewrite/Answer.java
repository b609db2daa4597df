package dev.lacuna.rewrite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param columns labels and types of the result
 * @param rows its rows, or the keys that were generated
 * @param count how many rows changed, or −1
 * @param error the SQLState of the refusal, or ""
 * @param tables what the tables hold afterwards in the columns that they have always had
 */
record Answer(
    List<String> columns,
    List<List<@Nullable String>> rows,
    long count,
    String error,
    List<String> tables) {

  private static final List<String> TABLES =
      List.of(
          "SELECT ROW(id, name, email, age, spot, notes) FROM users ORDER BY id",
          "SELECT ROW(id, user_id, total, note, other) FROM orders ORDER BY id",
          "SELECT ROW(order_id, line, what) FROM items ORDER BY order_id, line",
          "SELECT ROW(id, at) FROM events ORDER BY id",
          "SELECT ROW(op, who) FROM log ORDER BY op, who");

  /** With the type of a whole row as that of any: a derived table's row is a record. */
  Answer withRowsAsRecords() {
    List<String> anonymous =
        columns.stream().map(column -> column.replaceAll(" users$", " record")).toList();
    return new Answer(anonymous, rows, count, error, tables);
  }

  /** With a column of one value more. */
  Answer plus(int at, String label, Answer value) {
    List<String> more = new ArrayList<>(columns);
    more.add(at, label + " " + value.columns.get(0).split(" ", 2)[1]);
    List<List<@Nullable String>> longer = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      List<@Nullable String> copy = new ArrayList<>(row);
      copy.add(at, value.rows.get(0).get(0));
      longer.add(copy);
    }
    return new Answer(more, longer, count, error, tables);
  }

  /** A text with its parameters. */
  record Sent(String sql, List<@Nullable Object> values, GeneratedKeys keys) {}

  static Answer of(Connection connection, Sent sent) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement statement = prepare(connection, sent)) {
      for (int i = 0; i < sent.values().size(); i++) {
        statement.setObject(i + 1, sent.values().get(i));
      }
      boolean result = statement.execute();
      List<String> columns = new ArrayList<>();
      List<List<@Nullable String>> rows = new ArrayList<>();
      long count = -1;
      if (!sent.keys().isNone()) {
        read(statement.getGeneratedKeys(), columns, rows);
        return new Answer(columns, rows, statement.getLargeUpdateCount(), "", tables(connection));
      }
      do {
        if (result) {
          read(statement.getResultSet(), columns, rows);
        } else {
          count = statement.getLargeUpdateCount();
        }
        result = statement.getMoreResults();
      } while (result || statement.getLargeUpdateCount() >= 0);
      return new Answer(columns, rows, count, "", tables(connection));
    } catch (SQLException e) {
      connection.rollback(before);
      return new Answer(
          List.of(e.getMessage()), List.of(), -1, String.valueOf(e.getSQLState()), List.of());
    }
  }

  private static PreparedStatement prepare(Connection connection, Sent sent) throws SQLException {
    if (sent.keys().all()) {
      return connection.prepareStatement(sent.sql(), Statement.RETURN_GENERATED_KEYS);
    }
    return sent.keys().isNone()
        ? connection.prepareStatement(sent.sql())
        : connection.prepareStatement(sent.sql(), sent.keys().names().toArray(String[]::new));
  }

  private static void read(
      ResultSet result, List<String> columns, List<List<@Nullable String>> rows)
      throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnLabel(i) + " " + meta.getColumnTypeName(i));
    }
    while (result.next()) {
      List<@Nullable String> row = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        row.add(result.getString(i));
      }
      rows.add(row);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String query : TABLES) {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(query)) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
    }
    return rows;
  }
}
