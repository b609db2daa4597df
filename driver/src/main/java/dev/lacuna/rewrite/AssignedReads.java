package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what reads the missing columns of an {@code UPDATE}'s target: every row has the default,
 * but where assignments are made one after the other a value reads what was assigned before it.
 */
final class AssignedReads {

  private final Write write;
  private final Tokens tokens;
  private final Forms forms;
  private final List<Assignment> assignments;
  private final TargetReads.Value byDefault;

  AssignedReads(Write write, List<Assignment> assignments) {
    this(write, assignments, TargetReads.defaults(write.target().forms()));
  }

  /** The same, where nothing is assigned. */
  AssignedReads(Write write, TargetReads.Value byDefault) {
    this(write, List.of(), byDefault);
  }

  private AssignedReads(Write write, List<Assignment> assignments, TargetReads.Value byDefault) {
    this.write = write;
    this.tokens = write.tokens();
    this.forms = write.target().forms();
    this.assignments = forms.assignsInOrder() ? assignments : List.of();
    this.byDefault = byDefault;
  }

  /**
   * Replaces it in a run of tokens that has the assignments in it; returns whether there was
   * anything.
   *
   * @param others names in it that are known to be something else
   */
  boolean replace(Range within, Set<Integer> others)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    boolean any = false;
    int at = within.from();
    for (int i = 0; i < assignments.size(); i++) {
      int position = i;
      Range value = assignments.get(i).value();
      any |= replace(new Range(at, value.from()), byDefault, others);
      any |= replace(value, (column, name, out) -> write(column, position, out), others);
      at = value.to();
    }
    any |= replace(new Range(at, within.to()), byDefault, others);
    return any;
  }

  private boolean replace(Range range, TargetReads.Value value, Set<Integer> others)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    return new TargetReads(write, false).replace(range, Set.of(write.targetName()), value, others);
  }

  /** The column as the assignment at a position finds it. */
  private void write(DeclaredColumn column, int position, Edits.Replacement out)
      throws NoAnswerException {
    int assigned = position - 1;
    while (assigned >= 0 && !column.column().equals(name(assigned))) {
      assigned--;
    }
    if (assigned < 0 || write.target().isDefault(assignments.get(assigned).value())) {
      out.text(forms.defaultOf(column));
      return;
    }
    Range value = assignments.get(assigned).value();
    for (int between = assigned + 1; between < position; between++) {
      refuseChanged(column, value, name(between));
    }
    Forms.Around typed = forms.typedQuery(column.type());
    out.text(typed.before()).copy(value).text(typed.after());
  }

  private String name(int assignment) {
    return tokens.identifier(assignments.get(assignment).targets().get(0));
  }

  /** Copied behind the assignment of a column, a value that is made from it would be another. */
  private void refuseChanged(DeclaredColumn column, Range value, @Nullable String changed)
      throws NoAnswerException {
    for (int i = value.from(); i < value.to(); i++) {
      if (tokens.isName(i) && tokens.identifier(i).equals(changed)) {
        throw new NoAnswerException(
            "the value of \"" + column.column() + "\" is made from columns that change as well");
      }
    }
  }
}
