package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Takes the missing columns out of the {@code VALUES} of an {@code INSERT}. */
final class InsertRows {

  private final Edits edits;
  private final WriteTarget target;
  private final InsertColumns columns;
  private final InsertSource.Values values;

  InsertRows(Write write, InsertColumns columns, InsertSource.Values values) {
    this.edits = write.edits();
    this.target = write.target();
    this.columns = columns;
    this.values = values;
  }

  /** Selects the one row there is, as it is. */
  void selectOne() throws UnsupportedSqlException {
    List<Range> row = values.rows().get(0);
    List<Integer> kept = new ArrayList<>();
    List<Range> items = new ArrayList<>();
    for (int i = 0; i < Math.max(columns.count(), row.size()); i++) {
      boolean byDefault = i < row.size() && target.isDefault(row.get(i));
      if (!columns.isMissing(i) && !byDefault) {
        IntStream.of(i).filter(column -> column < columns.count()).forEach(kept::add);
        IntStream.of(i).filter(item -> item < row.size()).forEach(item -> items.add(row.get(item)));
      }
    }
    columns.keep(kept, edits);
    Edits.Replacement out = edits.replace(values.range()).text("SELECT");
    String before = " ";
    for (Range item : items) {
      out.text(before).copy(item);
      before = ", ";
    }
    target.condition(out.text(" WHERE "));
  }

  /** Selects from the rows, each value of the type of its column. */
  void selectMany() throws UnsupportedSqlException {
    List<Integer> sent =
        IntStream.range(0, columns.count()).filter(i -> !isDefaultOnly(i)).boxed().toList();
    List<Integer> kept = sent.stream().filter(i -> !columns.isMissing(i)).toList();
    columns.keep(kept, edits);
    Edits.Replacement out = edits.replace(values.range());
    out.text(kept.isEmpty() ? "SELECT" : "SELECT " + names("lacuna_v.c", kept));
    write(sent, false, out.text(" FROM ("));
    out.text(") lacuna_v(" + names("c", sent) + ") WHERE " + target.guardText());
  }

  /**
   * Writes the rows, without the columns that have their default in all of them. The values of
   * missing columns are to be shown.
   *
   * @return the positions of the others
   */
  List<Integer> write(Edits.Replacement out) {
    List<Integer> sent =
        IntStream.range(0, columns.count()).filter(i -> !isDefaultOnly(i)).boxed().toList();
    write(sent, true, out);
    return sent;
  }

  private void write(List<Integer> sent, boolean shown, Edits.Replacement out) {
    String before = "VALUES (";
    for (List<Range> row : values.rows()) {
      for (int i : sent) {
        cast(out.text(before), i, row.get(i), shown);
        before = ", ";
      }
      before = "), (";
    }
    out.text(")");
  }

  /** Leaves the rows where they are, without the missing columns. */
  void keepMany() {
    List<Integer> kept = columns.kept();
    columns.keep(kept, edits);
    Edits.Replacement out = edits.replace(values.range());
    String before = "VALUES (";
    for (List<Range> row : values.rows()) {
      for (int i : kept) {
        out.text(before).copy(row.get(i));
        before = ", ";
      }
      before = "), (";
    }
    out.text(")");
  }

  /** Whether {@code DEFAULT} stands for an existing column in some rows and not in others. */
  boolean mixDefaults() {
    return columns.kept().stream().anyMatch(i -> defaults(i) > 0 && !isDefaultOnly(i));
  }

  /** Whether each row has as many values as there are columns. */
  boolean areComplete() {
    return values.rows().stream().allMatch(row -> row.size() == columns.count());
  }

  private boolean isDefaultOnly(int position) {
    return defaults(position) == values.rows().size();
  }

  private long defaults(int position) {
    return values.rows().stream().filter(row -> target.isDefault(row.get(position))).count();
  }

  private void cast(Edits.Replacement out, int position, Range value, boolean shown) {
    String type = columns.type(position);
    DeclaredColumn missing = columns.missing(position);
    if (target.isDefault(value) && missing != null) {
      out.text(shown ? target.forms().defaultOf(missing) : "NULL");
    } else if (type == null) {
      out.copy(value);
    } else {
      out.text("CAST(").copy(value).text(" AS " + type + ")");
    }
  }

  private static String names(String prefix, List<Integer> positions) {
    return String.join(", ", positions.stream().map(i -> prefix + i).toList());
  }
}
