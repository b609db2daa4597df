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

  private final Write write;
  private final Tokens tokens;
  private final SqlStatement statement;
  private final WriteTarget target;
  private final ReturnedValues values;
  private final Block.SelectShape shape;

  /**
   * For one block.
   *
   * @param shape of the block's {@code FROM} or {@code USING}
   */
  ReturningRewriter(Write write, ReturnedValues values, Block.SelectShape shape) {
    this.write = write;
    this.tokens = write.tokens();
    this.statement = write.statement();
    this.target = write.target();
    this.values = values;
    this.shape = shape;
  }

  /** Rewrites the clause; returns whether there was anything to rewrite. */
  boolean rewrite(@Nullable Returning returning)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    if (returning == null) {
      return false;
    }
    boolean any = false;
    Set<String> qualifiers = qualifiers();
    for (SelectItem item : returning.items()) {
      boolean star =
          item.kind() == SelectItem.Kind.STAR || item.kind() == SelectItem.Kind.TABLE_STAR;
      any |=
          star
              ? star(item, qualifiers)
              : new TargetReads(write, true).replace(item.range(), qualifiers, values::write);
    }
    return any;
  }

  /** The names of the target's rows: PostgreSQL 18 has them before and after the write. */
  private Set<String> qualifiers() {
    Set<String> names = new HashSet<>(Set.of("old", "new"));
    others().forEach(other -> names.remove(other.exposedName(tokens)));
    statement.others().stream()
        .filter(other -> other.block() == target.table().block())
        .forEach(other -> names.remove(other.name()));
    names.add(write.targetName());
    return names;
  }

  private List<TableReference> others() {
    return statement.tables().stream()
        .filter(table -> table.block() == target.table().block())
        .filter(table -> table.role() == TableReference.Role.READ)
        .toList();
  }

  /** Returns the generated keys that were asked for; the driver adds none to a RETURNING. */
  void returnKeys(@Nullable Returning returning, Range statement, GeneratedKeys keys)
      throws NoAnswerException {
    if (returning != null || keys.isNone()) {
      return;
    }
    Edits.Replacement out = write.edits().after(statement).text(" RETURNING ");
    if (keys.all() && target.shape().hides()) {
      knownColumns(out);
      return;
    }
    List<String> columns = keys.names();
    if (keys.all()) {
      // Each of many rows has a value of its own, which no clause can tell.
      columns =
          target.missing().stream().filter(values::isKnown).map(DeclaredColumn::column).toList();
      out.text(values.isBesideAnother() ? target.qualifier() + "." : "");
      out.text(columns.isEmpty() ? "*" : "*, ");
    }
    for (int i = 0; i < columns.size(); i++) {
      out.text(i == 0 ? "" : ", ");
      DeclaredColumn column = target.missing(columns.get(i));
      if (column != null) {
        values.write(column, "", out);
        out.text(" AS ");
      }
      out.text(target.forms().quote(columns.get(i)));
    }
  }

  private void knownColumns(Edits.Replacement out) throws NoAnswerException {
    String separator = "";
    for (String name : target.shape().completedNames()) {
      DeclaredColumn column = target.missing(name);
      if (column == null) {
        out.text(separator + target.forms().quote(name));
      } else if (values.isKnown(column)) {
        values.write(column, "", out.text(separator));
        out.text(" AS " + target.forms().quote(name));
      } else {
        continue;
      }
      separator = ", ";
    }
  }

  private boolean isMerge() {
    return statement.blocks().get(target.table().block()) instanceof Block.Merge;
  }

  private boolean star(SelectItem item, Set<String> qualifiers)
      throws UnsupportedSqlException, NoAnswerException {
    String qualifier = item.qualifier() == null ? "" : item.qualifier();
    boolean all = item.kind() == SelectItem.Kind.STAR;
    if (!all && !qualifiers.contains(qualifier)) {
      return false;
    }
    boolean spelled = target.shape().hides();
    // MERGE shows the target's columns last (PostgreSQL 18 manual, MERGE).
    boolean last = isMerge() && !spelled;
    List<TableReference> others = others();
    boolean expand = all && (values.isBesideAnother() || (!others.isEmpty() && !last));
    if (all && !last && (!shape.onlyTables() || (expand && shape.mergedColumns()))) {
      throw new UnsupportedSqlException("RETURNING * over more than named tables");
    }
    if (expand && isMerge()) {
      throw new UnsupportedSqlException("RETURNING * of a MERGE into a table with hidden columns");
    }
    Edits.Replacement out =
        expand || spelled ? write.edits().replace(item.range()) : write.edits().after(item.range());
    if (spelled) {
      String row = all ? target.qualifier() : target.forms().quote(qualifier);
      target.writeRow(
          out, row, true, (column, any, value) -> values.write(column, qualifier, value));
    } else {
      out.text(expand ? target.qualifier() + ".*" : "");
      for (DeclaredColumn column : target.missing()) {
        values.write(column, qualifier, out.text(", "));
        out.text(" AS " + target.forms().quote(column.spelling()));
      }
    }
    for (TableReference other : expand ? others : List.<TableReference>of()) {
      int name = other.alias() < 0 ? other.name().to() - 1 : other.alias();
      out.text(", " + tokens.text(name) + ".*");
    }
    return true;
  }
}
