package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that a list of columns lacks. Mutable; for one list. */
final class FurtherColumns {

  private final ResultSetMetaData like;
  private final List<Map<String, @Nullable String>> rows = new ArrayList<>();

  /** For rows like those of a result. */
  FurtherColumns(ResultSetMetaData like) {
    this.like = like;
  }

  /** Adds a row, and returns its number, from −1 downwards. */
  int add(Map<String, @Nullable String> row) {
    rows.add(row);
    return -rows.size();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows as a result of the driver's own, which can be scrolled. */
  ResultSet query(Connection connection, Translator translator) throws SQLException {
    List<String> types = new ArrayList<>();
    for (int i = 1; i <= like.getColumnCount(); i++) {
      types.add(type(i));
    }
    String row = translator.parameters(types);
    PreparedStatement statement =
        connection.prepareStatement(
            String.join(" UNION ALL ", Collections.nCopies(rows.size(), row)),
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_READ_ONLY);
    statement.closeOnCompletion();
    statement.setFetchSize(0);
    int parameter = 0;
    for (Map<String, @Nullable String> values : rows) {
      for (int i = 1; i <= like.getColumnCount(); i++) {
        statement.setString(++parameter, values.get(like.getColumnLabel(i)));
      }
    }
    return statement.executeQuery();
  }

  private String type(int column) throws SQLException {
    int type = like.getColumnType(column);
    return type == Types.INTEGER || type == Types.SMALLINT || type == Types.BIGINT
        ? "integer"
        : "varchar(" + longest(column) + ")";
  }

  private int longest(int column) throws SQLException {
    String label = like.getColumnLabel(column);
    int longest = 1;
    for (Map<String, @Nullable String> row : rows) {
      String value = row.get(label);
      longest = Math.max(longest, value == null ? 0 : value.length());
    }
    return longest;
  }
}
