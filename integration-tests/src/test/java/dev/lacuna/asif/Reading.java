package dev.lacuna.asif;

import dev.lacuna.asif.Result.Cell;
import dev.lacuna.asif.Result.Column;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads results down to what can be compared. */
final class Reading {

  private Reading() {}

  static Result.Rows rows(ResultSet rows, boolean ordered, boolean shapeOnly) throws SQLException {
    List<Column> columns = columns(rows.getMetaData());
    List<List<Cell>> cells = new ArrayList<>();
    while (rows.next()) {
      List<Cell> row = new ArrayList<>();
      for (int column = 1; column <= columns.size(); column++) {
        row.add(cell(rows, column));
      }
      cells.add(row);
    }
    if (shapeOnly) {
      return new Result.Rows(columns, cells.isEmpty() ? List.of() : List.of(List.of()));
    }
    if (!ordered) {
      cells.sort(Comparator.comparing(List::toString));
    }
    return new Result.Rows(columns, cells);
  }

  static Result.Description description(PreparedStatement statement) throws SQLException {
    ResultSetMetaData metaData = statement.getMetaData();
    ParameterMetaData parameters = statement.getParameterMetaData();
    List<String> types = new ArrayList<>();
    for (int index = 1; index <= parameters.getParameterCount(); index++) {
      types.add(
          parameters.getParameterTypeName(index)
              + " "
              + parameters.getParameterType(index)
              + " "
              + parameters.getParameterClassName(index));
    }
    return new Result.Description(metaData == null ? List.of() : columns(metaData), types);
  }

  static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int column = 1; column <= metaData.getColumnCount(); column++) {
      columns.add(
          new Column(
              metaData.getColumnLabel(column),
              metaData.getColumnName(column),
              metaData.getColumnType(column),
              metaData.getColumnTypeName(column),
              metaData.getColumnClassName(column),
              metaData.getPrecision(column),
              metaData.getScale(column),
              metaData.getColumnDisplaySize(column)));
    }
    return columns;
  }

  private static Cell cell(ResultSet rows, int column) throws SQLException {
    Object object = rows.getObject(column);
    boolean isNull = rows.wasNull();
    String text = object instanceof Array array ? elements(array) : text(object);
    if (object instanceof byte[] || object instanceof Array || object instanceof Blob) {
      // pgjdbc's getString of these is another in binary than in text, and at each call for bytea.
      return new Cell(text, text);
    }
    String string = String.valueOf(rows.getString(column));
    return new Cell(isNull == (object == null) ? text : text + " but wasNull=" + isNull, string);
  }

  private static String hex(Blob blob) {
    try {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String elements(Array array) throws SQLException {
    return Arrays.deepToString((Object[]) array.getArray()) + ":" + array.getBaseTypeName();
  }

  /** A value and its class; arrays and bytes have no text of their own. */
  static String text(@Nullable Object object) {
    if (object == null) {
      return "null";
    }
    if (object instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes) + ":bytes";
    }
    if (object instanceof Blob blob) {
      return hex(blob) + ":blob";
    }
    return object + ":" + object.getClass().getSimpleName();
  }
}
