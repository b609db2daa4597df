package dev.lacuna.demo;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Rows as one line of text. */
final class Rows {

  private static final String NULL = "–";

  private Rows() {}

  static String text(ResultSet rows) throws SQLException {
    List<String> lines = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringJoiner line = new StringJoiner(" ");
      for (int column = 1; column <= columns; column++) {
        line.add(text(rows.getObject(column)));
      }
      lines.add(line.toString());
    }
    return lines.isEmpty() ? "no row" : String.join(" · ", lines);
  }

  static String count(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
