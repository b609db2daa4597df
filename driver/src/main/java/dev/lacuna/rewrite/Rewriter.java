package dev.lacuna.rewrite;

import dev.lacuna.config.Star;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a statement one that is right whether its declared columns are there or not.
 *
 * <p><b>Why the answers are right.</b> Nothing that Lacuna knows of a table decides an answer. What
 * it sends asks the server, and the server answers under the lock that the statement itself holds
 * on the table, from the catalog as it is then, whatever snapshot the transaction reads rows from.
 *
 * <p><i>Reads.</i> A table becomes a derived table of the same name. In it the missing column is
 * named without a qualifier, inside a scope that offers the declared default under that name: SQL
 * resolves a name in the innermost scope that has it, so it is the table's column where the table
 * has one, and the default where not. All else in the statement stays as it is written, and the
 * server resolves the names in it. Columns that the table is known to have are qualified, so that
 * none of them can be taken from a scope outside: if one has gone, the server says so.
 *
 * <p><i>Writes.</i> A target cannot be a derived table. So what concerns the missing column is
 * taken out, and a guard is put in: a condition that is true only while the column is missing. If
 * the column has come, nothing is written, and the outcome, which is empty, says to look again;
 * that look, {@link Guard#probe()}, is answered by the same rule. An outcome that is not empty
 * proves that the column was missing when it was made.
 *
 * <p><i>Stars.</i> A star at the end of a plain query is sent as it is, and completed in the result
 * by what the result itself lacks ({@link StarShape}). Any other star shows the derived table's
 * columns.
 *
 * <p><i>Parameters.</i> Every marker of the application stays in the text. A value that vanishes
 * stands in a branch that is never taken, where the server still gives it its type; so the driver's
 * checks, conversions and {@code ParameterMetaData} remain its own.
 */
final class Rewriter {

  private final Analysis.Relevant analysis;
  private final GeneratedKeys keys;
  private final DeclaredColumns declared;
  private final TableShapes shapes;
  private final Star starMode;
  private final Forms forms;
  private final Edits edits;
  private final List<Guard> guards = new ArrayList<>();
  private final Set<String> expected = new HashSet<>();
  private @Nullable StarShape star;
  private boolean vanishes;
  private boolean alone = true;

  Rewriter(
      Analysis.Relevant analysis,
      GeneratedKeys keys,
      DeclaredColumns declared,
      TableShapes shapes,
      Star starMode,
      Forms forms) {
    this.analysis = analysis;
    this.keys = forms.returnsKeys() ? keys : GeneratedKeys.NONE;
    this.declared = declared;
    this.shapes = shapes;
    this.starMode = starMode;
    this.forms = forms;
    this.edits = new Edits(analysis.tokens());
  }

  /** Translates the text for the tables as they are known. */
  Translation translate() throws UnsupportedSqlException, NoAnswerException, SQLException {
    for (SqlStatement statement : analysis.statements()) {
      ReadRewriter reads =
          new ReadRewriter(analysis.tokens(), statement, analysis.words(), edits, forms);
      // Where edits meet at one place, what encloses a table stands outside what it becomes.
      for (TableReference table : statement.tables()) {
        Block block = statement.blocks().get(table.block());
        if (table.role() == TableReference.Role.READ && !(block instanceof Block.JoinedWrite)) {
          read(statement, table, reads);
        }
      }
      for (Block block : statement.blocks()) {
        if (block instanceof Block.JoinedWrite joined) {
          write(statement, joined);
        }
        if (block instanceof Block.Copy copy && copy.loads()) {
          refuseToLoad(copy);
        }
        write(statement, block, reads.rows());
      }
    }
    if (edits.isEmpty()) {
      return Translation.unchanged(analysis.sql(), star, expected);
    }
    if (forms.labelsByText()) {
      for (SqlStatement statement : analysis.statements()) {
        new Labels(analysis.tokens(), statement, edits, forms).keepTexts();
      }
    }
    RewrittenSql rewritten = edits.render();
    return new Translation(
        rewritten.sql(),
        List.of(),
        rewritten.parameters(),
        guards,
        alone ? forms.proof() : Translation.Proof.LOCK,
        star,
        expected,
        vanishes);
  }

  private void read(SqlStatement statement, TableReference table, ReadRewriter reads)
      throws UnsupportedSqlException, SQLException {
    if (declared.ofTablesNamed(table.table()).isEmpty()) {
      return;
    }
    TableShape shape = shapes.of(table.path());
    if (shape.declared().isEmpty()) {
      return;
    }
    if (statement.blocks().get(table.block()) instanceof Block.Copy copy
        && copy.columnList() == null) {
      return; // the server shows what the table has
    }
    boolean mentioned =
        shape.missing().stream().anyMatch(column -> analysis.words().contains(column.column()));
    boolean all = reads.showsAllColumns(table);
    if (!mentioned && !all) {
      return;
    }
    StarShape mapped =
        mentioned
                || starMode == Star.PINNED
                || shape.hides()
                || analysis.statements().size() > 1
                || reads.rows().any(table)
            ? null
            : new StarPlanner(analysis.tokens(), statement, shapes, forms).shapeFor(table, shape);
    if (mapped != null && star == null) {
      star = mapped;
    } else if (!shape.missing().isEmpty()) {
      reads.wrap(table, shape);
    } else if (all && analysis.statements().size() == 1 && endsInAStar(statement)) {
      shape.declared().forEach(column -> expected.add(column.column()));
    }
  }

  /** Each line has a field of a missing column, that only an edit of the lines could drop. */
  private void refuseToLoad(Block.Copy copy) throws NoAnswerException, SQLException {
    if (declared.ofTablesNamed(copy.table().table()).isEmpty()) {
      return;
    }
    TableShape shape = shapes.of(copy.table().path());
    for (Range column : copy.columns()) {
      String name = analysis.tokens().identifier(column.from());
      if (shape.missing().stream().anyMatch(missing -> missing.column().equals(name))) {
        throw new NoAnswerException(
            "COPY FROM loads \"" + name + "\", and no statement drops a field of each line");
      }
    }
  }

  private static boolean endsInAStar(SqlStatement statement) {
    return statement.kind() == SqlStatement.Kind.QUERY
        && statement.blocks().get(statement.body()) instanceof Block.Select select
        && select.items().stream().anyMatch(SelectItem::isStar);
  }

  private void write(SqlStatement statement, Block block, RowUses rows)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    TableReference table = targetOf(block);
    if (table == null || declared.ofTablesNamed(table.table()).isEmpty()) {
      return;
    }
    TableShape shape = shapes.of(table.path());
    boolean touched = !shape.missing().isEmpty() && rewrite(statement, block, table, shape, rows);
    if (!touched && keys.all() && block.id() == statement.body() && !shape.declared().isEmpty()) {
      star = new StarShape(0, 0, shape.declared(), shape.missing(), forms.ignoresCase());
    }
  }

  private boolean rewrite(
      SqlStatement statement, Block block, TableReference table, TableShape shape, RowUses rows)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    WriteTarget target = new WriteTarget(analysis.tokens(), table, shape, forms);
    Write write =
        new Write(
            analysis.tokens(),
            statement,
            new ColumnUses(analysis.tokens(), statement, shapes, table),
            rows,
            edits,
            target);
    Block.JoinedWrite joined = forms.hasScope() ? null : new JoinedForm(write).of(block);
    if (joined != null) {
      write(statement, joined);
      return true;
    }
    GeneratedKeys asked = block.id() == statement.body() ? keys : GeneratedKeys.NONE;
    boolean touched = false;
    if (block instanceof Block.Insert insert) {
      touched = new InsertRewriter(write, insert, shapes).rewrite(asked);
    } else if (block instanceof Block.Update update) {
      touched = new WriteRewriter(write, asked).update(update);
    } else if (block instanceof Block.Delete delete) {
      touched = new WriteRewriter(write, asked).delete(delete);
    } else if (block instanceof Block.Merge merge) {
      touched = new MergeRewriter(write, merge, shapes).rewrite(asked);
    }
    if (touched) {
      guard(statement, block, target);
    }
    return touched;
  }

  private void guard(SqlStatement statement, Block block, WriteTarget target)
      throws UnsupportedSqlException {
    if (target.isGuarded() && analysis.tokens().is(statement.range().from(), "PREPARE")) {
      throw new UnsupportedSqlException("a write that PREPARE names runs later, unseen");
    }
    if (target.isGuarded()) {
      guards.add(target.guard());
    }
    vanishes |= target.vanishes();
    alone &=
        !target.isUnguarded()
            && analysis.statements().size() == 1
            && guards.size() == 1
            && statement.kind() == SqlStatement.Kind.WRITE
            && block.id() == statement.body()
            && writesOf(statement) == 1;
  }

  private void write(SqlStatement statement, Block.JoinedWrite block)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    JoinedWriteRewriter rewriter =
        new JoinedWriteRewriter(analysis, statement, block, shapes, forms, edits);
    guards.addAll(rewriter.rewrite());
    vanishes |= rewriter.vanishes();
    alone &= analysis.statements().size() == 1 && block.id() == statement.body();
  }

  private static long writesOf(SqlStatement statement) {
    return statement.blocks().stream().filter(block -> targetOf(block) != null).count();
  }

  static @Nullable TableReference targetOf(Block block) {
    if (block instanceof Block.Insert insert) {
      return insert.target();
    }
    if (block instanceof Block.Update update) {
      return update.target();
    }
    if (block instanceof Block.Merge merge) {
      return merge.target();
    }
    return block instanceof Block.Delete delete ? delete.target() : null;
  }
}
