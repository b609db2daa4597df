package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes the missing columns out of {@code SET}; the last one out leaves an empty change. */
final class Assignments {

  /** PostgreSQL 18 manual, appendix A: syntax_error. */
  static final String SYNTAX_ERROR = "42601";

  private final Tokens tokens;
  private final Clauses clauses;
  private final Edits edits;
  private final WriteTarget target;

  Assignments(Write write) {
    this.tokens = write.tokens();
    this.clauses = write.clauses();
    this.edits = write.edits();
    this.target = write.target();
  }

  /** The names of the columns that are assigned. */
  static Set<String> names(Tokens tokens, List<Assignment> assignments) {
    Set<String> names = new HashSet<>();
    for (Assignment assignment : assignments) {
      assignment.targets().forEach(token -> names.add(tokens.identifier(token)));
    }
    return names;
  }

  void rewrite(List<Assignment> assignments) throws UnsupportedSqlException, NoAnswerException {
    if (!target.forms().assignsInOrder()) {
      refuseTwice(assignments);
    }
    List<Assignment> gone = new ArrayList<>();
    int lastKept = -1;
    for (int i = 0; i < assignments.size(); i++) {
      if (isGone(assignments.get(i))) {
        gone.add(assignments.get(i));
      } else {
        lastKept = i;
      }
    }
    if (lastKept < 0 && !gone.isEmpty()) {
      edits.replace(span(assignments, 0)).text(emptyChange());
      return;
    }
    for (int i = 0; i < lastKept; i++) {
      if (gone.contains(assignments.get(i))) {
        int next = assignments.get(i + 1).range().from();
        edits.delete(new Range(assignments.get(i).range().from(), next));
      }
    }
    if (lastKept < assignments.size() - 1) {
      Range behind = span(assignments, lastKept + 1);
      edits.replace(new Range(assignments.get(lastKept).range().to(), behind.to()));
    }
  }

  private static Range span(List<Assignment> assignments, int first) {
    int last = assignments.size() - 1;
    return new Range(assignments.get(first).range().from(), assignments.get(last).range().to());
  }

  private void refuseTwice(List<Assignment> assignments) throws NoAnswerException {
    if (tokens.dialect().isMySql()) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (Assignment assignment : assignments) {
      for (int token : assignment.targets()) {
        String name = tokens.identifier(token);
        boolean part = Parts.isPart(tokens, token);
        if (!part && !names.add(name) && target.missing(name) != null) {
          throw new NoAnswerException("\"" + name + "\" is assigned twice", SYNTAX_ERROR);
        }
      }
    }
  }

  private boolean isGone(Assignment assignment) throws UnsupportedSqlException, NoAnswerException {
    if (assignment.row()) {
      return isRowGone(assignment);
    }
    DeclaredColumn column = missingAt(assignment, 0);
    if (column != null) {
      vanish(column, assignment.targets().get(0), assignment.value());
    }
    return column != null;
  }

  private void vanish(DeclaredColumn column, int name, Range value)
      throws UnsupportedSqlException, NoAnswerException {
    if (Parts.isPart(tokens, name)) {
      target.vanishInPart(column, value, Parts.type(tokens, name, column.type()));
    } else {
      target.assign(column, value);
    }
  }

  private boolean isRowGone(Assignment assignment)
      throws UnsupportedSqlException, NoAnswerException {
    List<Integer> kept =
        IntStream.range(0, assignment.targets().size())
            .filter(i -> missingAt(assignment, i) == null)
            .boxed()
            .toList();
    if (kept.size() == assignment.targets().size()) {
      return false;
    }
    if (isQuery(assignment.value())) {
      query(assignment, kept);
    } else {
      values(assignment, kept);
    }
    return kept.isEmpty();
  }

  private @Nullable DeclaredColumn missingAt(Assignment assignment, int position) {
    return target.missing(tokens.identifier(assignment.targets().get(position)));
  }

  private boolean isQuery(Range value) {
    return isInParentheses(value.from(), value)
        && tokens.isAny(value.from() + 1, "SELECT", "WITH", "VALUES", "TABLE");
  }

  private boolean isInParentheses(int open, Range value) {
    return tokens.is(open, '(') && clauses.next(open) == value.to();
  }

  /** The query stays, and what it has for the missing columns is not taken from it. */
  private void query(Assignment assignment, List<Integer> kept) throws NoAnswerException {
    for (int i = 0; i < assignment.targets().size(); i++) {
      DeclaredColumn column = missingAt(assignment, i);
      if (column != null) {
        target.vanishUnseen(column);
      }
    }
    if (kept.isEmpty()) {
      target.dead().addQuery(assignment.value());
      return;
    }
    Edits.Replacement out = left(assignment, kept);
    out.text("(SELECT " + names("lacuna_q.c", kept) + " FROM ").copy(assignment.value());
    List<Integer> all = IntStream.range(0, assignment.targets().size()).boxed().toList();
    out.text(" lacuna_q(" + names("c", all) + "))");
  }

  private static String names(String prefix, List<Integer> positions) {
    return String.join(", ", positions.stream().map(i -> prefix + i).toList());
  }

  private void values(Assignment assignment, List<Integer> kept)
      throws UnsupportedSqlException, NoAnswerException {
    List<Range> values = rowValues(assignment);
    for (int i = 0; i < assignment.targets().size(); i++) {
      DeclaredColumn column = missingAt(assignment, i);
      if (column != null) {
        vanish(column, assignment.targets().get(i), values.get(i));
      }
    }
    if (!kept.isEmpty()) {
      Edits.Replacement out = left(assignment, kept).text("ROW(");
      String before = "";
      for (int i : kept) {
        out.text(before).copy(values.get(i));
        before = ", ";
      }
      out.text(")");
    }
  }

  private List<Range> rowValues(Assignment assignment) throws UnsupportedSqlException {
    Range value = assignment.value();
    int open = tokens.is(value.from(), "ROW") ? value.from() + 1 : value.from();
    if (!isInParentheses(open, value)) {
      throw new UnsupportedSqlException("a row of columns is assigned from no row of values");
    }
    List<Range> values = clauses.split(clauses.inside(open));
    if (values.size() != assignment.targets().size()) {
      throw new UnsupportedSqlException("a row assignment's sides differ in length");
    }
    return values;
  }

  /** Replaces a row assignment; writes the columns that are kept, up to the equals sign. */
  private Edits.Replacement left(Assignment assignment, List<Integer> kept) {
    Edits.Replacement out = edits.replace(assignment.range());
    List<Range> columns = clauses.split(clauses.inside(assignment.range().from()));
    String before = "(";
    for (int i : kept) {
      out.text(before).copy(columns.get(i));
      before = ", ";
    }
    return out.text(") = ");
  }

  /** An assignment that changes nothing, so that the rows are touched as they would be. */
  private String emptyChange() throws NoAnswerException {
    String name = target.forms().quote(unchanged(target.shape()).name());
    return name + " = " + target.qualifier() + "." + name;
  }

  /** A column that may be set to itself. */
  static TableShape.Column unchanged(TableShape shape) throws NoAnswerException {
    TableShape.@Nullable Column chosen = null;
    for (TableShape.Column column : shape.columns()) {
      boolean key = shape.primaryKey().contains(column.name());
      boolean free = column.assignable() && !shape.hides(column.name());
      if (free && (chosen == null || !key)) {
        chosen = column;
      }
    }
    if (chosen == null) {
      throw new NoAnswerException("the table has no column that could be set to itself");
    }
    return chosen;
  }
}
