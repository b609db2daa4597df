package dev.lacuna.jdbc;

import dev.lacuna.rewrite.StarShape;
import dev.lacuna.schema.DeclaredColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of a completed result come from.
 *
 * <p>Public only as a part of what generated classes hand on; no application uses it.
 *
 * @param missing the declared columns that the driver's result lacks
 * @param first the index, from 1, of the first of them in the completed result
 * @param count how many columns the completed result has
 */
public record StarColumns(List<DeclaredColumn> missing, int first, int count) {

  /** Looks into the result itself: it alone tells which columns its star has shown. */
  static StarColumns of(StarShape shape, ResultSetMetaData actual) throws SQLException {
    int count = actual.getColumnCount();
    int end = count - shape.behind();
    List<DeclaredColumn> missing = new ArrayList<>();
    for (DeclaredColumn column : shape.columns()) {
      // A result without any column is none: the driver had no keys to give.
      if (count > 0 && !isShown(actual, shape.before() + 1, end, column.column())) {
        missing.add(column);
      }
    }
    return new StarColumns(List.copyOf(missing), end + 1, count + missing.size());
  }

  private static boolean isShown(ResultSetMetaData actual, int from, int to, String name)
      throws SQLException {
    // A column that has come stands at the end.
    for (int i = to; i >= from; i--) {
      if (actual.getColumnLabel(i).equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the result lacks nothing. */
  boolean isComplete() {
    return missing.isEmpty();
  }

  /** Whether the column at an index of the completed result is a missing one. */
  boolean isMissing(int index) {
    return index >= first && index < first + missing.size();
  }

  /** The index of that column where it comes from: among the missing, or in the driver's result. */
  int position(int index) {
    if (index < first) {
      return index;
    }
    return isMissing(index) ? index - first + 1 : index - missing.size();
  }

  /** The index in the completed result of a column of the driver's. */
  int completed(int actual) {
    return actual < first ? actual : actual + missing.size();
  }
}
