package dev.lacuna.rewrite;

import dev.lacuna.schema.ColumnPosition;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the star of a query can be sent as it is and completed in the result: then what
 * the star shows is the server's word alone, undeclared columns that come and go included.
 */
final class StarPlanner {

  private final Tokens tokens;
  private final SqlStatement statement;
  private final TableShapes shapes;
  private final Forms forms;

  StarPlanner(Tokens tokens, SqlStatement statement, TableShapes shapes, Forms forms) {
    this.shapes = shapes;
    this.tokens = tokens;
    this.forms = forms;
    this.statement = statement;
  }

  /**
   * Where the table's missing columns belong in the statement's result; null where the result alone
   * cannot tell.
   */
  @Nullable StarShape shapeFor(TableReference table, TableShape shape) throws SQLException {
    if (statement.kind() != SqlStatement.Kind.QUERY
        || table.block() != statement.body()
        || !(statement.blocks().get(table.block()) instanceof Block.Select select)) {
      return null;
    }
    SelectItem star = onlyStar(select.items());
    if (star == null || !endsWith(star, select, table) || !isPlain(select)) {
      return null;
    }
    boolean shownByOuterJoin =
        select.shape().outerJoin() && shape.declared().stream().anyMatch(StarPlanner::hasDefault);
    int before = select.items().indexOf(star);
    int behind = select.items().size() - before - 1;
    return shownByOuterJoin || !isAnswerable(shape) || !isPlaceable(star, table, shape)
        ? null
        : new StarShape(before, behind, shape.declared(), shape.missing(), forms.ignoresCase());
  }

  /** A value that changes is asked for when the result is there. */
  private boolean isAnswerable(TableShape shape) {
    return forms.asksWhileReading()
        || shape.declared().stream().allMatch(DeclaredColumn::isConstant);
  }

  /**
   * Whether the result tells where the first of the table's columns stands, and that a column is
   * this table's.
   */
  private boolean isPlaceable(SelectItem star, TableReference table, TableShape shape)
      throws SQLException {
    if (star.kind() == SelectItem.Kind.TABLE_STAR) {
      return true;
    }
    for (TableReference other : statement.tables()) {
      if (other.block() == table.block() && !other.equals(table)) {
        TableShape beside = shapes.of(other.path());
        for (DeclaredColumn column : shape.declared()) {
          if (column.position() instanceof ColumnPosition.First
              || beside.column(column.column()) != null
              || beside.declaration(column.column()) != null) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean hasDefault(DeclaredColumn column) {
    return column.defaultExpression() != null;
  }

  private static @Nullable SelectItem onlyStar(List<SelectItem> items) {
    List<SelectItem> stars = items.stream().filter(SelectItem::isStar).toList();
    return stars.size() == 1 ? stars.get(0) : null;
  }

  /** Whether the columns that the star ends with are the table's. */
  private boolean endsWith(SelectItem star, Block.Select select, TableReference table) {
    if (star.kind() == SelectItem.Kind.TABLE_STAR) {
      return table.exposedName(tokens).equals(star.qualifier());
    }
    if (star.kind() != SelectItem.Kind.STAR || !select.shape().onlyTables()) {
      return false;
    }
    TableReference last = table;
    for (TableReference other : statement.tables()) {
      last = other.block() == table.block() ? other : last;
    }
    return last.equals(table);
  }

  /** Whether nothing counts or compares the columns of the select list. */
  private boolean isPlain(Block.Select select) {
    return !select.shape().compound()
        && !select.shape().mergedColumns()
        && !isInParentheses(select)
        && !hasOrdinal(select.orderBy())
        && !hasOrdinal(select.groupBy())
        && !intoTable(select);
  }

  /** Then what orders the rows may stand behind the parentheses. */
  private boolean isInParentheses(Block.Select select) {
    return select.range().to() < statement.range().to();
  }

  private boolean intoTable(Block.Select select) {
    return new dev.lacuna.sql.Clauses(tokens).find(select.range(), "INTO") < select.range().to();
  }

  private boolean hasOrdinal(@Nullable Range list) {
    for (int i = list == null ? 0 : list.from(); list != null && i < list.to(); i++) {
      boolean begins = i == list.from() || tokens.is(i - 1, TokenKind.COMMA);
      if (begins && tokens.is(i, TokenKind.NUMBER)) {
        return true;
      }
    }
    return false;
  }
}
