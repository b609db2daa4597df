package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Returning;
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

  /** PostgreSQL's state for several assignments to one column. */
  private static final String SYNTAX_ERROR = "42601";

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
  boolean update(Block.Update update, ReturningRewriter returning, GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    Set<Integer> targets = new HashSet<>();
    update.assignments().forEach(assignment -> targets.addAll(assignment.targets()));
    assignments(update.assignments());
    Set<String> assigned = assigned(update);
    Range body = beforeReturning(update.range(), update.returning());
    boolean reads = replaceReads(body, targets, qualifiers());
    boolean returns = returning.rewrite(update.returning(), update.shape(), assigned);
    boolean touched = target.writesMissing() || reads || returns || target.isAskedFor(keys);
    if (touched) {
      target.use(keys);
      guard(update.where(), body.to());
      returning.returnKeys(update.returning(), update.range(), keys, assigned);
    }
    return touched;
  }

  /** Rewrites a delete; returns whether anything in it was of a missing column. */
  boolean delete(Block.Delete delete, ReturningRewriter returning, GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    Range body = beforeReturning(delete.range(), delete.returning());
    boolean reads = replaceReads(body, Set.of(), qualifiers());
    boolean returns = returning.rewrite(delete.returning(), delete.shape(), Set.of());
    boolean touched = reads || returns || target.isAskedFor(keys);
    if (touched) {
      target.use(keys);
      guard(delete.where(), body.to());
      returning.returnKeys(delete.returning(), delete.range(), keys, Set.of());
    }
    return touched;
  }

  private static Range beforeReturning(Range range, @Nullable Returning returning) {
    return returning == null ? range : new Range(range.from(), returning.range().from());
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
    refuseTwice(assignments);
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

  private void refuseTwice(List<Assignment> assignments) throws NoAnswerException {
    Set<String> names = new HashSet<>();
    for (Assignment assignment : assignments) {
      for (int token : assignment.targets()) {
        String name = tokens.identifier(token);
        if (!names.add(name) && target.missing(name) != null) {
          throw new NoAnswerException("\"" + name + "\" is assigned twice", SYNTAX_ERROR);
        }
      }
    }
  }

  private boolean isGone(Assignment assignment) throws UnsupportedSqlException, NoAnswerException {
    if (!assignment.row()) {
      DeclaredColumn column = target.missing(tokens.identifier(assignment.targets().get(0)));
      if (column != null) {
        target.vanish(column, assignment.value());
      }
      return column != null;
    }
    return isRowGone(assignment);
  }

  private boolean isRowGone(Assignment assignment)
      throws UnsupportedSqlException, NoAnswerException {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < assignment.targets().size(); i++) {
      if (missingAt(assignment, i) == null) {
        kept.add(i);
      }
    }
    if (kept.size() == assignment.targets().size()) {
      return false;
    }
    boolean query = isQuery(assignment.value());
    List<Range> values = query ? List.of() : rowValues(assignment);
    for (int i = 0; i < assignment.targets().size(); i++) {
      DeclaredColumn column = missingAt(assignment, i);
      if (column != null && query) {
        target.vanishFromQuery(column);
      } else if (column != null) {
        target.vanish(column, values.get(i));
      }
    }
    if (kept.isEmpty() && query) {
      throw new UnsupportedSqlException("only missing columns are assigned from a query");
    }
    if (query) {
      keepQuery(assignment, kept);
    } else if (!kept.isEmpty()) {
      keepRow(assignment, values, kept);
    }
    return kept.isEmpty();
  }

  private @Nullable DeclaredColumn missingAt(Assignment assignment, int position) {
    return target.missing(tokens.identifier(assignment.targets().get(position)));
  }

  private boolean isQuery(Range value) {
    return tokens.is(value.from(), '(')
        && clauses.next(value.from()) == value.to()
        && tokens.isAny(value.from() + 1, "SELECT", "WITH", "VALUES");
  }

  private List<Range> rowValues(Assignment assignment) throws UnsupportedSqlException {
    Range value = assignment.value();
    int open = tokens.is(value.from(), "ROW") ? value.from() + 1 : value.from();
    if (!tokens.is(open, '(') || clauses.next(open) != value.to()) {
      throw new UnsupportedSqlException("a row of columns is assigned from no row of values");
    }
    List<Range> values = clauses.split(clauses.inside(open));
    if (values.size() != assignment.targets().size()) {
      throw new UnsupportedSqlException("a row assignment's sides differ in length");
    }
    return values;
  }

  private void keepQuery(Assignment assignment, List<Integer> kept) {
    Edits.Replacement out = edits.replace(assignment.range());
    String before = "(";
    for (int i : kept) {
      int name = assignment.targets().get(i);
      out.text(before).copy(new Range(name, name + 1));
      before = ", ";
    }
    String items = String.join(", ", kept.stream().map(i -> "lacuna_q.c" + i).toList());
    out.text(") = (SELECT " + items + " FROM ").copy(assignment.value()).text(" lacuna_q(");
    for (int i = 0; i < assignment.targets().size(); i++) {
      out.text((i == 0 ? "c" : ", c") + i);
    }
    out.text("))");
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
    boolean signed = value.length() == 2 && tokens.is(value.from(), '-');
    if (value.length() != 1 && !signed) {
      return false;
    }
    return tokens.is(last, TokenKind.STRING)
        || tokens.is(last, TokenKind.NUMBER)
        || tokens.is(last, TokenKind.PARAMETER)
        || tokens.is(last, "NULL");
  }
}
