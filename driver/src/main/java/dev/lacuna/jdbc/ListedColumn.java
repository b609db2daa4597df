package dev.lacuna.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link java.sql.DatabaseMetaData#getColumns}.
 *
 * @param row its number, from 1
 * @param values its values as texts, by their labels
 */
record ListedColumn(int row, Map<String, @Nullable String> values) {

  /** Reads all rows, by tables, in their order. */
  static Map<ListedTable, List<ListedColumn>> readAll(ResultSet rows) throws SQLException {
    Map<ListedTable, List<ListedColumn>> tables = new LinkedHashMap<>();
    ResultSetMetaData labels = rows.getMetaData();
    for (int number = 1; rows.next(); number++) {
      Map<String, @Nullable String> values = new HashMap<>();
      for (int i = 1; i <= labels.getColumnCount(); i++) {
        values.put(labels.getColumnLabel(i), rows.getString(i));
      }
      ListedColumn column = new ListedColumn(number, values);
      tables.computeIfAbsent(column.table(), any -> new ArrayList<>()).add(column);
    }
    return tables;
  }

  private ListedTable table() {
    return new ListedTable(
        values.get("TABLE_CAT"),
        values.get("TABLE_SCHEM"),
        String.valueOf(values.get("TABLE_NAME")));
  }

  String name() {
    return String.valueOf(values.get("COLUMN_NAME"));
  }

  int place() {
    return Integer.parseInt(String.valueOf(values.get("ORDINAL_POSITION")));
  }

  /** Its values if it stood at another place. */
  Map<String, @Nullable String> at(int place) {
    Map<String, @Nullable String> moved = new HashMap<>(values);
    moved.put("ORDINAL_POSITION", String.valueOf(place));
    return moved;
  }
}
