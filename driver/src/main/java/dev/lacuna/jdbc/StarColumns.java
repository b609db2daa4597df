package dev.lacuna.jdbc;

import dev.lacuna.rewrite.StarShape;
import dev.lacuna.schema.ColumnPosition;
import dev.lacuna.schema.DeclaredColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the columns of a completed result come from. Immutable.
 *
 * <p>Public only as a part of what generated classes hand on; no application uses it.
 */
public final class StarColumns {

  private final String[] labels;
  private final List<DeclaredColumn> missing;
  // For each column its index, from 1, in the driver's result; or, negative, among the missing.
  private final int[] sources;

  private StarColumns(String[] labels, List<DeclaredColumn> missing, List<Integer> sources) {
    this.labels = labels;
    this.missing = List.copyOf(missing);
    this.sources = sources.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Looks into the result itself: it alone tells which columns its star has shown. */
  static StarColumns of(StarShape shape, ResultSetMetaData actual) throws SQLException {
    String[] labels = new String[actual.getColumnCount()];
    List<Integer> sources = new ArrayList<>();
    for (int i = 1; i <= labels.length; i++) {
      labels[i - 1] = actual.getColumnLabel(i);
      sources.add(i);
    }
    List<String> shown = new ArrayList<>(Arrays.asList(labels));
    List<DeclaredColumn> missing = new ArrayList<>();
    for (DeclaredColumn column : shape.columns()) {
      List<String> star = shown.subList(shape.before(), shown.size() - shape.behind());
      // A result without any column is none: the driver had no keys to give.
      if (labels.length > 0 && indexOf(column.column(), star, shape) < 0) {
        missing.add(column);
        int place = shape.before() + placeOf(column, star, shape);
        shown.add(place, column.column());
        sources.add(place, -missing.size());
      }
    }
    return new StarColumns(labels, missing, sources);
  }

  /** Whether another result of the same shape has the same columns as the one looked into. */
  boolean fits(ResultSetMetaData actual) throws SQLException {
    if (actual.getColumnCount() != labels.length) {
      return false;
    }
    for (int i = 0; i < labels.length; i++) {
      if (!labels[i].equals(actual.getColumnLabel(i + 1))) {
        return false;
      }
    }
    return true;
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

  /** The declared columns that the driver's result lacks. */
  List<DeclaredColumn> missing() {
    return missing;
  }

  /** Whether the result lacks nothing. */
  boolean isComplete() {
    return missing.isEmpty();
  }

  int count() {
    return sources.length;
  }

  /** Whether the column at an index of the completed result is a missing one. */
  boolean isMissing(int index) {
    return isIndex(index) && sources[index - 1] < 0;
  }

  /** The index of that column where it comes from; one that is out of range stays so. */
  int position(int index) {
    return isIndex(index) ? Math.abs(sources[index - 1]) : index;
  }

  private boolean isIndex(int index) {
    return index >= 1 && index <= sources.length;
  }

  /** The index in the completed result of a column of the driver's. */
  int completed(int actual) {
    return indexOf(actual) + 1;
  }

  /** The index in the completed result of a missing column. */
  int completed(DeclaredColumn column) {
    return indexOf(-missing.indexOf(column) - 1) + 1;
  }

  private int indexOf(int source) {
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] == source) {
        return i;
      }
    }
    return -1;
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
