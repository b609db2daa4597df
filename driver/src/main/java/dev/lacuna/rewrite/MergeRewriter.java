package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.MergeClause;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes the missing columns out of a {@code MERGE} and puts the guard in.
 *
 * <p>The guard stands in the condition of every {@code WHEN}: where the column has come, none of
 * them holds, and nothing is done. Values that vanish are kept beside it, where the columns are
 * seen that they are made from.
 */
final class MergeRewriter {

  private final Write write;
  private final Tokens tokens;
  private final Edits edits;
  private final WriteTarget target;
  private final Block.Merge merge;
  private final TableShapes shapes;
  private final List<MergedValues.Part> parts = new ArrayList<>();

  MergeRewriter(Write write, Block.Merge merge, TableShapes shapes) {
    this.write = write;
    this.tokens = write.tokens();
    this.edits = write.edits();
    this.target = write.target();
    this.merge = merge;
    this.shapes = shapes;
  }

  /** Rewrites it; returns whether anything in it was of a missing column. */
  boolean rewrite(GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    boolean touched = reads(write, merge.on(), joined());
    for (MergeClause clause : merge.clauses()) {
      WriteTarget part = new WriteTarget(tokens, target.table(), target.shape(), target.forms());
      touched |= action(clause, write.with(part));
      target.include(part);
      parts.add(new MergedValues.Part(clause, part));
    }
    MergedValues values = new MergedValues(tokens, target, parts);
    ReturningRewriter returning = new ReturningRewriter(write, values, merge.shape());
    touched |= returning.rewrite(merge.returning());
    touched |= target.vanishes() || target.isAskedFor(keys);
    if (touched) {
      target.use(keys);
      returning.returnKeys(merge.returning(), merge.range(), keys);
    }
    for (MergedValues.Part part : touched ? parts : List.<MergedValues.Part>of()) {
      guard(part.clause(), part.target());
    }
    return touched;
  }

  private boolean reads(Write part, Range range, TargetReads.Value value)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    return new TargetReads(part, false).replace(range, Set.of(write.targetName()), value);
  }

  /**
   * The default as {@code ON} reads it. With rows of either table alone it is the condition of a
   * {@code FULL JOIN}, whose sides each must have a column to be joined by: so it is said with one.
   */
  private TargetReads.Value joined() {
    TargetReads.Value byDefault = TargetReads.defaults(target.forms());
    List<MergeClause.Match> matches = merge.clauses().stream().map(MergeClause::match).toList();
    if (target.shape().columns().isEmpty()
        || !matches.contains(MergeClause.Match.NOT_MATCHED_BY_SOURCE)
        || !matches.contains(MergeClause.Match.NOT_MATCHED_BY_TARGET)) {
      return byDefault;
    }
    List<TableShape.Column> columns = target.shape().columns();
    String any = target.forms().quote(columns.get(columns.size() - 1).name());
    return (column, qualifier, out) -> {
      String value = target.forms().defaultOf(column);
      out.text("CASE WHEN " + target.qualifier() + "." + any + " IS NULL THEN " + value)
          .text(" ELSE " + value + " END");
    };
  }

  private boolean action(MergeClause clause, Write part)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    if (clause.action() instanceof MergeClause.Update update) {
      new Assignments(part).rewrite(update.assignments());
    } else if (clause.action() instanceof MergeClause.Insert insert) {
      insert(insert.row(), part);
    }
    return reads(part, clause.range(), TargetReads.defaults(target.forms()));
  }

  private void insert(Block.Insert row, Write part)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    if (!(row.source() instanceof InsertSource.Values values)) {
      return;
    }
    List<Range> items = values.rows().get(0);
    InsertColumns columns = new InsertColumns(part, row, shapes);
    for (int i = 0; i < columns.count(); i++) {
      DeclaredColumn column = columns.missing(i);
      if (column != null && i >= items.size()) {
        throw new NoAnswerException(
            "\"" + column.column() + "\" is given no value", Assignments.SYNTAX_ERROR);
      } else if (column != null && columns.isPart(i)) {
        part.target().vanishInPart(column, items.get(i), columns.type(i));
      } else if (column != null) {
        part.target().vanish(column, items.get(i));
      }
    }
    if (part.target().vanishes()) {
      keep(row, columns, items);
    }
  }

  /** Leaves the other columns, and what is too much, which is the server's to refuse. */
  private void keep(Block.Insert row, InsertColumns columns, List<Range> items) {
    List<Integer> kept = columns.kept();
    Range word = new Range(row.range().from(), row.range().from() + 1);
    if (kept.isEmpty()) {
      edits.replace(row.range()).text("INSERT DEFAULT VALUES");
      return;
    }
    String list = "(" + String.join(", ", kept.stream().map(columns::text).toList()) + ")";
    if (row.columnList() == null) {
      edits.after(word).text(" " + list);
    } else {
      edits.replace(row.columnList()).text(list);
    }
    Edits.Replacement out = edits.replace(row.source().range()).text("VALUES");
    String before = " (";
    for (int i : IntStream.range(0, items.size()).filter(i -> !columns.isMissing(i)).toArray()) {
      out.text(before).copy(items.get(i));
      before = ", ";
    }
    out.text(")");
  }

  private void guard(MergeClause clause, WriteTarget part) throws UnsupportedSqlException {
    Range condition = clause.condition();
    Range then = new Range(clause.then(), clause.then() + 1);
    Edits.Replacement out;
    if (condition == null) {
      out = edits.before(then).text("AND ");
    } else {
      edits.before(condition).text("(");
      out = edits.after(condition).text(") AND ");
    }
    out.text(target.guardText());
    if (!part.dead().isEmpty()) {
      part.dead().condition(out.text(" AND "));
    }
    out.text(condition == null ? " " : "");
  }
}
