package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;

/** Counts the columns that the source of an {@code INSERT} without a column list has. */
final class SourceWidth {

  private final SqlStatement statement;
  private final TableShapes shapes;

  SourceWidth(SqlStatement statement, TableShapes shapes) {
    this.statement = statement;
    this.shapes = shapes;
  }

  /**
   * The number of columns, as if the missing ones were there.
   *
   * @throws UnsupportedSqlException if only the server can tell
   */
  int of(InsertSource source) throws UnsupportedSqlException, SQLException {
    if (source instanceof InsertSource.Values values) {
      return values.rows().get(0).size();
    }
    if (source instanceof InsertSource.Query query
        && statement.blocks().get(query.block()) instanceof Block.Select select) {
      int width = 0;
      for (SelectItem item : select.items()) {
        width += of(item, select);
      }
      return width;
    }
    if (source instanceof InsertSource.Defaults) {
      return 0;
    }
    throw unknown();
  }

  private int of(SelectItem item, Block.Select select)
      throws UnsupportedSqlException, SQLException {
    if (!item.isStar()) {
      return 1;
    }
    if (item.kind() != SelectItem.Kind.STAR
        || !select.shape().onlyTables()
        || select.shape().mergedColumns()) {
      throw unknown();
    }
    int width = 0;
    for (TableReference table : statement.tables()) {
      if (table.block() == select.id()) {
        TableShape shape = shapes.of(table.path());
        width += shape.columns().size() + shape.missing().size();
      }
    }
    return width;
  }

  private static UnsupportedSqlException unknown() {
    return new UnsupportedSqlException(
        "INSERT has no column list, and how many columns its query has is not known");
  }
}
