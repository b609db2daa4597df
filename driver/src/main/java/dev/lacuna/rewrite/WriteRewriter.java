package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the missing columns out of an {@code UPDATE} or {@code DELETE} and puts the guard in.
 *
 * <p>What read the column reads its default; what wrote it writes nothing; a statement that wrote
 * nothing else still touches its rows.
 */
final class WriteRewriter {

  private final Tokens tokens;
  private final Clauses clauses;
  private final ColumnUses uses;
  private final Edits edits;
  private final WriteTarget target;

  WriteRewriter(Tokens tokens, ColumnUses uses, Edits edits, WriteTarget target) {
    this.tokens = tokens;
    this.clauses = new Clauses(tokens);
    this.uses = uses;
    this.edits = edits;
    this.target = target;
  }

  /** Rewrites an update; returns whether anything in it was of a missing column. */
  boolean update(Block.Update update, ReturningRewriter returning)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    Set<Integer> targets = new HashSet<>();
    update.assignments().forEach(assignment -> targets.addAll(assignment.targets()));
    assignments(update.assignments());
    Range readRange =
        beforeReturning(
            update.range(), update.returning() == null ? -1 : update.returning().range().from());
    boolean reads = replaceReads(readRange, targets, qualifiers());
    boolean returns = returning.rewrite(update.returning(), update.shape(), assigned(update));
    boolean touched = target.writesMissing() || reads || returns;
    if (touched) {
      guard(
          update.where(),
          update.returning() == null ? update.range().to() : update.returning().range().from());
    }
    return touched;
  }

  /** Rewrites a delete; returns whether anything in it was of a missing column. */
  boolean delete(Block.Delete delete, ReturningRewriter returning)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    int end = delete.returning() == null ? -1 : delete.returning().range().from();
    boolean reads = replaceReads(beforeReturning(delete.range(), end), Set.of(), qualifiers());
    boolean returns = returning.rewrite(delete.returning(), delete.shape(), Set.of());
    if (reads || returns) {
      guard(delete.where(), end < 0 ? delete.range().to() : end);
    }
    return reads || returns;
  }

  private static Range beforeReturning(Range range, int returning) {
    return returning < 0 ? range : new Range(range.from(), returning);
  }

  private Set<String> qualifiers() {
    return Set.of(target.table().exposedName(tokens));
  }

  private Set<String> assigned(Block.Update update) {
    Set<String> names = new HashSet<>();
    for (Assignment assignment : update.assignments()) {
      assignment.targets().forEach(token -> names.add(tokens.identifier(token)));
    }
    return names;
  }

  /** Takes the missing columns out of {@code SET}; the last one out leaves an empty change. */
  void assignments(List<Assignment> assignments) throws UnsupportedSqlException, NoAnswerException {
    List<Integer> gone = new ArrayList<>();
    int lastKept = -1;
    for (int i = 0; i < assignments.size(); i++) {
      if (isGone(assignments.get(i))) {
        gone.add(i);
      } else {
        lastKept = i;
      }
    }
    if (lastKept < 0 && !gone.isEmpty()) {
      Range all =
          new Range(
              assignments.get(0).range().from(),
              assignments.get(assignments.size() - 1).range().to());
      edits.replace(all).text(emptyChange());
      return;
    }
    for (int i : gone) {
      if (i < lastKept) {
        edits.delete(
            new Range(assignments.get(i).range().from(), assignments.get(i + 1).range().from()));
      }
    }
    if (!gone.isEmpty() && gone.get(gone.size() - 1) > lastKept) {
      int from = assignments.get(lastKept).range().to();
      edits.replace(new Range(from, assignments.get(assignments.size() - 1).range().to()));
    }
  }

  private boolean isGone(Assignment assignment) throws UnsupportedSqlException {
    if (!assignment.row()) {
      DeclaredColumn column = target.missing(tokens.identifier(assignment.targets().get(0)));
      if (column != null) {
        target.vanish(column, assignment.value());
      }
      return column != null;
    }
    return isRowGone(assignment);
  }

  private boolean isRowGone(Assignment assignment) throws UnsupportedSqlException {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < assignment.targets().size(); i++) {
      if (target.missing(tokens.identifier(assignment.targets().get(i))) == null) {
        kept.add(i);
      }
    }
    if (kept.size() == assignment.targets().size()) {
      return false;
    }
    List<Range> values = rowValues(assignment);
    for (int i = 0; i < assignment.targets().size(); i++) {
      DeclaredColumn column = target.missing(tokens.identifier(assignment.targets().get(i)));
      if (column != null) {
        target.vanish(column, values.get(i));
      }
    }
    if (!kept.isEmpty()) {
      keepRow(assignment, values, kept);
    }
    return kept.isEmpty();
  }

  private List<Range> rowValues(Assignment assignment) throws UnsupportedSqlException {
    Range value = assignment.value();
    int open = tokens.is(value.from(), "ROW") ? value.from() + 1 : value.from();
    boolean list = tokens.is(open, '(') && clauses.next(open) == value.to();
    if (!list || tokens.isAny(open + 1, "SELECT", "WITH", "VALUES")) {
      throw new UnsupportedSqlException(
          "a row of columns, a missing one among them, is assigned from a query");
    }
    List<Range> values = clauses.split(clauses.inside(open));
    if (values.size() != assignment.targets().size()) {
      throw new UnsupportedSqlException("a row assignment's sides differ in length");
    }
    return values;
  }

  private void keepRow(Assignment assignment, List<Range> values, List<Integer> kept) {
    Edits.Replacement out = edits.replace(assignment.range());
    String before = "(";
    for (int i : kept) {
      int name = assignment.targets().get(i);
      out.text(before).copy(new Range(name, name + 1));
      before = ", ";
    }
    before = ") = ROW(";
    for (int i : kept) {
      out.text(before).copy(values.get(i));
      before = ", ";
    }
    out.text(")");
  }

  /** An assignment that changes nothing, so that the rows are touched as they would be. */
  private String emptyChange() throws NoAnswerException {
    List<TableShape.Column> columns = target.shape().columns();
    TableShape.@Nullable Column chosen = null;
    for (TableShape.Column column : columns) {
      boolean key = target.shape().primaryKey().contains(column.name());
      if (column.assignable() && (chosen == null || !key)) {
        chosen = column;
      }
    }
    if (chosen == null) {
      throw new NoAnswerException("the table has no column that could be set to itself");
    }
    String name = PostgresForms.quote(chosen.name());
    return name + " = " + target.qualifier() + "." + name;
  }

  /** Replaces what reads a missing column by its default. */
  boolean replaceReads(Range within, Set<Integer> except, Set<String> qualifiers)
      throws UnsupportedSqlException, SQLException {
    boolean any = false;
    for (DeclaredColumn column : target.missing()) {
      for (ColumnUses.Use use : uses.of(column.column(), within, target.table(), qualifiers)) {
        if (!except.contains(use.range().from())) {
          edits.replace(use.range()).text(PostgresForms.defaultOf(column));
          target.use(column);
          any = true;
        }
      }
    }
    return any;
  }

  private void guard(@Nullable Range where, int end) throws UnsupportedSqlException {
    if (where == null) {
      Edits.Replacement out = edits.insertAfter(end - 1).text(" WHERE ");
      target.condition(out);
      return;
    }
    if (tokens.is(where.from(), "CURRENT") && tokens.is(where.from() + 1, "OF")) {
      throw new UnsupportedSqlException("WHERE CURRENT OF takes no further condition");
    }
    edits.insertBefore(where.from()).text("(");
    Edits.Replacement out = edits.insertAfter(where.to() - 1).text(") AND ");
    target.condition(out);
  }

  /** Whether a value is a bare literal or parameter, whose type the context decides. */
  static boolean isBare(Tokens tokens, Range value) {
    int last = value.to() - 1;
    boolean signed = value.length() == 2 && (tokens.is(value.from(), '-'));
    if (value.length() != 1 && !signed) {
      return false;
    }
    return tokens.is(last, TokenKind.STRING)
        || tokens.is(last, TokenKind.NUMBER)
        || tokens.is(last, TokenKind.PARAMETER)
        || tokens.is(last, "NULL");
  }
}
