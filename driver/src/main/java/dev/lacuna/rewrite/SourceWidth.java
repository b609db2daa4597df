package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.Tokens;
import java.sql.SQLException;

/** Counts the columns that the source of an {@code INSERT} without a column list has. */
final class SourceWidth {

  /** Only the server can count them. */
  static final int UNKNOWN = -1;

  private final Tokens tokens;
  private final SqlStatement statement;
  private final TableShapes shapes;

  SourceWidth(Write write, TableShapes shapes) {
    this.tokens = write.tokens();
    this.statement = write.statement();
    this.shapes = shapes;
  }

  /** The number of columns, as if the missing ones were there, or {@link #UNKNOWN}. */
  int of(InsertSource source) throws SQLException {
    if (source instanceof InsertSource.Values values) {
      return values.rows().get(0).size();
    }
    if (source instanceof InsertSource.Assigned set) {
      return set.assignments().size();
    }
    if (source instanceof InsertSource.Defaults) {
      return 0;
    }
    return source instanceof InsertSource.Query query
            && statement.blocks().get(query.block()) instanceof Block.Select select
        ? of(select)
        : UNKNOWN;
  }

  private int of(Block.Select select) throws SQLException {
    int width = 0;
    for (SelectItem item : select.items()) {
      int more = item.isStar() ? ofStar(item, select) : 1;
      if (more == UNKNOWN) {
        return UNKNOWN;
      }
      width += more;
    }
    return width;
  }

  private int ofStar(SelectItem item, Block.Select select) throws SQLException {
    boolean all = item.kind() == SelectItem.Kind.STAR;
    if (all ? !select.shape().onlyTables() || select.shape().mergedColumns() : !isTable(item)) {
      return UNKNOWN;
    }
    int width = 0;
    boolean found = false;
    for (TableReference table : statement.tables()) {
      String name = table.exposedName(tokens);
      if (table.block() == select.id() && (all || name.equals(item.qualifier()))) {
        TableShape shape = shapes.of(table.path());
        width += shape.completedNames().size();
        found = shape.exists();
      }
    }
    return found ? width : UNKNOWN;
  }

  private static boolean isTable(SelectItem item) {
    return item.kind() == SelectItem.Kind.TABLE_STAR;
  }
}
