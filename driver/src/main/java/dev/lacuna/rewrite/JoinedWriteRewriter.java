package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the missing columns out of MySQL's and MariaDB's writes to several tables.
 *
 * <p>A table stays a table, as it may be one that is changed, and is joined with a row that has
 * what its missing columns show: {@code (users u JOIN (…) lacuna_d0 ON …)}. A name without a
 * qualifier is that row's while it is the only one, also in sub-selects, and in outer joins the row
 * is missing together with the table's. The join's condition names each of the columns, so that the
 * server refuses the statement once the table has one.
 */
final class JoinedWriteRewriter {

  /** A table of the join that lacks columns which the statement may mean. */
  private record Lacking(WriteTarget target, List<DeclaredColumn> columns, String row) {}

  private final Tokens tokens;
  private final SqlStatement statement;
  private final Set<String> words;
  private final Block.JoinedWrite block;
  private final TableShapes shapes;
  private final Forms forms;
  private final Edits edits;
  private final List<Lacking> lacking = new ArrayList<>();

  JoinedWriteRewriter(
      Analysis.Relevant analysis,
      SqlStatement statement,
      Block.JoinedWrite block,
      TableShapes shapes,
      Forms forms,
      Edits edits) {
    this.tokens = analysis.tokens();
    this.statement = statement;
    this.words = analysis.words();
    this.block = block;
    this.shapes = shapes;
    this.forms = forms;
    this.edits = edits;
  }

  /** Rewrites it; returns what it relies on. */
  List<Guard> rewrite() throws UnsupportedSqlException, NoAnswerException, SQLException {
    for (TableReference table : tables()) {
      find(table);
    }
    if (lacking.isEmpty()) {
      return List.of();
    }
    assignments();
    for (Lacking table : lacking) {
      join(table);
      qualified(table);
    }
    keepDeadValues();
    return lacking.stream().map(table -> table.target().guard()).toList();
  }

  /** Whether a value vanishes. */
  boolean vanishes() {
    return lacking.stream().anyMatch(table -> table.target().vanishes());
  }

  private List<TableReference> tables() {
    return statement.tables().stream().filter(table -> table.block() == block.id()).toList();
  }

  private void find(TableReference table)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    TableShape shape = shapes.of(table.path());
    List<DeclaredColumn> columns =
        shape.missing().stream()
            .filter(column -> block.shape().natural() || words.contains(column.column()))
            .toList();
    if (columns.isEmpty()) {
      return;
    }
    if (!shape.readable()) {
      throw new UnsupportedSqlException("this user may write the table, but not read it");
    }
    for (DeclaredColumn column : columns) {
      if (column.hidden()) {
        throw new NoAnswerException(
            "\"" + column.column() + "\" is hidden, and the statement writes to several tables");
      }
    }
    WriteTarget target = new WriteTarget(tokens, table, shape, forms);
    columns.forEach(target::use);
    lacking.add(new Lacking(target, columns, "lacuna_d" + lacking.size()));
  }

  private void join(Lacking table) throws UnsupportedSqlException {
    TableReference reference = table.target().table();
    Range sample = reference.sample();
    int alias = Math.max(reference.relation().to(), reference.alias() + 1);
    Range all = new Range(reference.relation().from(), sample == null ? alias : sample.to());
    Forms.Around around = forms.beside(table.columns(), table.row());
    edits.before(all).text(around.before());
    edits.after(all).text(around.after());
  }

  /** {@code u.nickname} is the row's. */
  private void qualified(Lacking table) throws NoAnswerException, SQLException {
    ColumnUses uses = new ColumnUses(tokens, statement, shapes, table.target().table());
    for (DeclaredColumn column : table.columns()) {
      for (ColumnUses.Use use : uses.qualified(column.column(), block.range())) {
        edits.replace(use.range()).text(table.row() + "." + tokens.text(use.name()));
      }
    }
  }

  /** Writes the assignments that are left; each table that loses all has its rows touched. */
  private void assignments() throws NoAnswerException, SQLException {
    List<Assignment> kept = new ArrayList<>();
    List<WriteTarget> losers = new ArrayList<>();
    List<TableReference> changed = new ArrayList<>();
    for (Assignment assignment : block.assignments()) {
      TableReference owner = owner(assignment);
      WriteTarget target = owner == null ? null : target(owner);
      DeclaredColumn column =
          target == null ? null : target.missing(tokens.identifier(assignment.targets().get(0)));
      if (target == null || column == null) {
        kept.add(assignment);
        changed.add(owner);
      } else {
        target.assign(column, assignment.value());
        losers.add(target);
      }
    }
    if (losers.isEmpty()) {
      return;
    }
    losers.removeIf(target -> changed.contains(target.table()));
    write(kept, losers.stream().distinct().toList());
  }

  private void write(List<Assignment> kept, List<WriteTarget> touched) throws NoAnswerException {
    List<Assignment> all = block.assignments();
    Edits.Replacement out =
        edits.replace(new Range(all.get(0).range().from(), all.get(all.size() - 1).range().to()));
    String before = "";
    for (Assignment assignment : kept) {
      out.text(before).copy(assignment.range());
      before = ", ";
    }
    for (WriteTarget target : touched) {
      String column = forms.quote(Assignments.unchanged(target.shape()).spelling());
      String name = target.qualifier() + "." + column;
      out.text(before + name + " = " + name);
      before = ", ";
    }
  }

  /** The table that is assigned to; null where it is none, or the server has to tell. */
  private @Nullable TableReference owner(Assignment assignment) throws SQLException {
    String column = tokens.identifier(assignment.targets().get(0));
    TableReference owner = null;
    for (TableReference table : tables()) {
      boolean named =
          assignment.qualifier() < 0
              ? has(shapes.of(table.path()), column)
              : tokens.identifier(assignment.qualifier()).equals(table.exposedName(tokens));
      if (named && owner != null) {
        return null;
      }
      owner = named ? table : owner;
    }
    return owner;
  }

  private static boolean has(TableShape shape, String column) {
    return shape.column(column) != null || shape.declaration(column) != null;
  }

  private @Nullable WriteTarget target(TableReference table) {
    return lacking.stream()
        .map(Lacking::target)
        .filter(target -> target.table().equals(table))
        .findFirst()
        .orElse(null);
  }

  private void keepDeadValues() {
    DeadValues dead = new DeadValues(tokens, forms);
    lacking.forEach(table -> dead.addAll(table.target().dead()));
    if (dead.isEmpty()) {
      return;
    }
    Range where = block.where();
    if (where == null) {
      Range body = new Range(block.range().from(), block.tail().from());
      dead.condition(edits.after(body).text(" WHERE "));
    } else {
      edits.before(where).text("(");
      dead.condition(edits.after(where).text(") AND "));
    }
  }
}
