package dev.lacuna.jdbc;

import dev.lacuna.rewrite.StarShape;
import dev.lacuna.schema.ColumnPosition;
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
 * @param sources for each column of the completed result its index, from 1, in the driver's; or,
 *     negative, among the missing ones
 */
public record StarColumns(List<DeclaredColumn> missing, List<Integer> sources) {

  /** Looks into the result itself: it alone tells which columns its star has shown. */
  static StarColumns of(StarShape shape, ResultSetMetaData actual) throws SQLException {
    int count = actual.getColumnCount();
    List<Integer> sources = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      sources.add(i);
      shown.add(actual.getColumnLabel(i));
    }
    List<DeclaredColumn> missing = new ArrayList<>();
    for (DeclaredColumn column : shape.columns()) {
      List<String> star = shown.subList(shape.before(), shown.size() - shape.behind());
      // A result without any column is none: the driver had no keys to give.
      if (count > 0 && indexOf(column.column(), star, shape) < 0) {
        missing.add(column);
        int place = shape.before() + placeOf(column, star, shape);
        shown.add(place, column.column());
        sources.add(place, -missing.size());
      }
    }
    return new StarColumns(List.copyOf(missing), List.copyOf(sources));
  }

  private static int placeOf(DeclaredColumn column, List<String> star, StarShape shape) {
    if (column.position() instanceof ColumnPosition.First) {
      return 0;
    }
    return column.position() instanceof ColumnPosition.After after
            && indexOf(after.column(), star, shape) >= 0
        ? indexOf(after.column(), star, shape) + 1
        : star.size();
  }

  /** The table's columns end the star: of several of one name the last is its. */
  private static int indexOf(String name, List<String> star, StarShape shape) {
    for (int i = star.size() - 1; i >= 0; i--) {
      String shown = star.get(i);
      if (shape.caseless() ? shown.equalsIgnoreCase(name) : shown.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the result lacks nothing. */
  boolean isComplete() {
    return missing.isEmpty();
  }

  int count() {
    return sources.size();
  }

  /** Whether the column at an index of the completed result is a missing one. */
  boolean isMissing(int index) {
    return isIndex(index) && sources.get(index - 1) < 0;
  }

  /** The index of that column where it comes from; one that is out of range stays so. */
  int position(int index) {
    return isIndex(index) ? Math.abs(sources.get(index - 1)) : index;
  }

  private boolean isIndex(int index) {
    return index >= 1 && index <= sources.size();
  }

  /** The index in the completed result of a column of the driver's. */
  int completed(int actual) {
    return sources.indexOf(actual) + 1;
  }

  /** The index in the completed result of a missing column. */
  int completed(DeclaredColumn column) {
    return sources.indexOf(-missing.indexOf(column) - 1) + 1;
  }

  /** The index in the driver's result of a column of the table that has this missing one. */
  int neighbour(int index) {
    int before = index - 1;
    while (before >= 1 && isMissing(before)) {
      before--;
    }
    int behind = index + 1;
    while (before < 1 && isMissing(behind)) {
      behind++;
    }
    return position(before >= 1 ? before : behind);
  }
}
