package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Returning;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes {@code RETURNING} show the missing columns as they would have been written. */
final class ReturningRewriter {

  private final Tokens tokens;
  private final SqlStatement statement;
  private final ColumnUses uses;
  private final Edits edits;
  private final WriteTarget target;
  private final boolean manyRows;

  /**
   * For one block.
   *
   * @param manyRows whether the block writes several rows, each with a value of its own
   */
  ReturningRewriter(
      Tokens tokens,
      SqlStatement statement,
      ColumnUses uses,
      Edits edits,
      WriteTarget target,
      boolean manyRows) {
    this.tokens = tokens;
    this.statement = statement;
    this.uses = uses;
    this.edits = edits;
    this.target = target;
    this.manyRows = manyRows;
  }

  /**
   * Rewrites the clause.
   *
   * @param shape of the block's {@code FROM} or {@code USING}
   * @param assigned the columns that an update assigns: what it returns is their new value, while
   *     an expression copied here would read them anew
   * @return whether there was anything to rewrite
   */
  boolean rewrite(@Nullable Returning returning, Block.SelectShape shape, Set<String> assigned)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    if (returning == null) {
      return false;
    }
    boolean any = false;
    for (SelectItem item : returning.items()) {
      any |= item.isStar() ? star(item, shape, assigned) : column(item, assigned);
    }
    return any;
  }

  /** Returns the generated keys that were asked for; the driver adds none to a RETURNING. */
  void returnKeys(
      @Nullable Returning returning, Range statement, GeneratedKeys keys, Set<String> assigned)
      throws NoAnswerException {
    if (returning != null || keys.isNone()) {
      return;
    }
    Edits.Replacement out = edits.insertAfter(statement.to() - 1).text(" RETURNING ");
    List<String> columns = keys.names();
    if (keys.all()) {
      // Each of many rows has a value of its own, which no clause can tell.
      columns =
          manyRows ? List.of() : target.missing().stream().map(DeclaredColumn::column).toList();
      out.text(columns.isEmpty() ? "*" : "*, ");
    }
    for (int i = 0; i < columns.size(); i++) {
      out.text(i == 0 ? "" : ", ");
      DeclaredColumn column = target.missing(columns.get(i));
      if (column != null) {
        value(column, false, assigned, out);
        out.text(" AS ");
      }
      out.text(PostgresForms.quote(columns.get(i)));
    }
  }

  private boolean column(SelectItem item, Set<String> assigned)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    Set<String> qualifiers = new HashSet<>(Set.of("old", "new"));
    qualifiers.add(target.table().exposedName(tokens));
    boolean any = false;
    for (DeclaredColumn column : target.missing()) {
      for (ColumnUses.Use use :
          uses.of(column.column(), item.range(), target.table(), qualifiers)) {
        Edits.Replacement out = edits.replace(use.range());
        value(column, use.qualifier().equals("old"), assigned, out);
        if (use.range().equals(item.range())) {
          out.text(" AS " + PostgresForms.quote(column.column()));
        }
        any = true;
      }
    }
    return any;
  }

  private boolean star(SelectItem item, Block.SelectShape shape, Set<String> assigned)
      throws UnsupportedSqlException, NoAnswerException {
    boolean own = target.table().exposedName(tokens).equals(item.qualifier());
    boolean all = item.kind() == SelectItem.Kind.STAR;
    if (!own && !all) {
      return false;
    }
    List<TableReference> others =
        statement.tables().stream()
            .filter(table -> table.block() == target.table().block())
            .filter(table -> table.role() == TableReference.Role.READ)
            .toList();
    boolean expand = all && !others.isEmpty();
    if (all && (!shape.onlyTables() || (expand && shape.mergedColumns()))) {
      throw new UnsupportedSqlException("RETURNING * over more than named tables");
    }
    Edits.Replacement out =
        expand
            ? edits.replace(item.range()).text(target.qualifier() + ".*")
            : edits.insertAfter(item.range().to() - 1);
    for (DeclaredColumn column : target.missing()) {
      out.text(", ");
      value(column, false, assigned, out);
      out.text(" AS " + PostgresForms.quote(column.column()));
    }
    for (TableReference other : expand ? others : List.<TableReference>of()) {
      int name = other.alias() < 0 ? other.name().to() - 1 : other.alias();
      out.text(", " + tokens.text(name) + ".*");
    }
    return true;
  }

  /** Writes the value that the column would have after the statement. */
  void value(DeclaredColumn column, boolean old, Set<String> assigned, Edits.Replacement out)
      throws NoAnswerException {
    target.use(column);
    Range written = old ? null : target.written(column.column());
    if (written == null) {
      out.text(PostgresForms.defaultOf(column));
      return;
    }
    if (manyRows || written.isEmpty()) {
      throw new NoAnswerException(
          "each row's own value of \"" + column.column() + "\" would have to be returned");
    }
    for (int i = written.from(); i < written.to(); i++) {
      if (tokens.isName(i)
          && assigned.contains(tokens.identifier(i))
          && target.missing(tokens.identifier(i)) == null) {
        throw new NoAnswerException(
            "the value of \"" + column.column() + "\" is made from columns that change as well");
      }
    }
    out.text("CAST((").copy(written).text(") AS " + column.type() + ")");
  }
}
