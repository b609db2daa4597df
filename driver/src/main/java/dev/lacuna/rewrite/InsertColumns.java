package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns that an {@code INSERT} writes, in the order of its values. */
final class InsertColumns {

  private final Tokens tokens;
  private final WriteTarget target;
  private final Block.Insert insert;
  private final List<String> names = new ArrayList<>();

  /**
   * Finds them, in the column list or, where there is none, by counting the values.
   *
   * @throws UnsupportedSqlException if only the server can count them, or if there are too few or
   *     too many
   */
  InsertColumns(Write write, Block.Insert insert, TableShapes shapes)
      throws UnsupportedSqlException, SQLException {
    this.tokens = write.tokens();
    this.target = write.target();
    this.insert = insert;
    int count = new SourceWidth(write, shapes).of(insert.source());
    if (insert.columnList() != null || insert.source() instanceof InsertSource.Assigned) {
      insert.columns().forEach(column -> names.add(tokens.identifier(column.from())));
      refuseOtherWidth(count);
      return;
    }
    if (count == SourceWidth.UNKNOWN) {
      throw new UnsupportedSqlException(
          "INSERT has no column list, and how many columns its query has is not known");
    }
    int known = target.shape().columns().size();
    names.addAll(target.shape().completedNames());
    if (count < names.size()) {
      names.subList(count, names.size()).clear();
    }
    if (names.size() > known && target.forms().insertsBySelecting()) {
      // The missing ones stand behind the others, however many there are when the statement runs.
      // The values that are kept in VALUES the server counts, or their columns are named.
      target.countColumns();
    }
  }

  // VALUES of another width is the server's to refuse; a query would be cut to the width.
  private void refuseOtherWidth(int count) throws UnsupportedSqlException {
    if (insert.source() instanceof InsertSource.Query
        && count != SourceWidth.UNKNOWN
        && count != names.size()) {
      throw new UnsupportedSqlException("the query has not as many columns as the INSERT");
    }
  }

  int count() {
    return names.size();
  }

  /** Whether the column of a value is missing; false for a value too many. */
  boolean isMissing(int position) {
    return missing(position) != null;
  }

  @Nullable DeclaredColumn missing(int position) {
    return position < names.size() ? target.missing(names.get(position)) : null;
  }

  /** The positions of the columns that are not missing. */
  List<Integer> kept() {
    return IntStream.range(0, names.size()).filter(i -> !isMissing(i)).boxed().toList();
  }

  /** Whether only a part of the column is written: an element of an array, say. */
  boolean isPart(int position) {
    return insert.columnList() != null && insert.columns().get(position).length() > 1;
  }

  /** The type of the value of a column; null where it is not known. */
  @Nullable String type(int position) {
    DeclaredColumn declared = missing(position);
    TableShape.Column column =
        position < names.size() ? target.shape().column(names.get(position)) : null;
    String type = declared != null ? declared.type() : column == null ? null : column.baseType();
    if (type == null || !isPart(position)) {
      return type;
    }
    return Parts.type(tokens, insert.columns().get(position).from(), type);
  }

  /** Leaves those columns in the list, or makes a list of them. */
  void keep(List<Integer> kept, Edits edits) {
    if (kept.size() == names.size() && insert.columnList() != null) {
      return;
    }
    List<String> columns = kept.stream().map(this::text).toList();
    // PostgreSQL takes an empty select list for a row of defaults, but no empty column list.
    boolean none = columns.isEmpty() && target.forms().insertsBySelecting();
    String list = none ? "" : "(" + String.join(", ", columns) + ")";
    if (insert.columnList() == null) {
      int last = Math.max(target.table().relation().to() - 1, target.table().alias());
      edits.after(new Range(last, last + 1)).text(" " + list);
    } else if (list.isEmpty()) {
      edits.delete(insert.columnList());
    } else {
      edits.replace(insert.columnList()).text(list);
    }
  }

  /** A column as the list has it, or would. */
  String text(int position) {
    return insert.columnList() == null
        ? target.forms().quote(names.get(position))
        : tokens.text(insert.columns().get(position));
  }
}
