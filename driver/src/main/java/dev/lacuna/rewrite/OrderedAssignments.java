package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces what reads missing columns in MySQL's {@code SET}: its assignments are made one after
 * the other, and each reads what those before it have written (MySQL 9.7 Reference Manual, 15.2.17
 * "UPDATE Statement"; MariaDB alike, unless {@code SIMULTANEOUS_ASSIGNMENT} is set).
 */
final class OrderedAssignments {

  private final Write write;
  private final Tokens tokens;
  private final List<Assignment> assignments;

  /** For each missing column that has been written, by which assignment. */
  private final Map<String, Integer> written = new HashMap<>();

  private int current;

  OrderedAssignments(Write write, List<Assignment> assignments) {
    this.write = write;
    this.tokens = write.tokens();
    this.assignments = assignments;
  }

  /** Replaces what the values read; returns whether there was anything. */
  boolean replaceReads() throws UnsupportedSqlException, NoAnswerException, SQLException {
    boolean any = false;
    for (current = 0; current < assignments.size(); current++) {
      Assignment assignment = assignments.get(current);
      any |=
          new TargetReads(write, false)
              .replace(assignment.value(), Set.of(write.targetName()), this::value);
      note(assignment);
    }
    return any;
  }

  private void note(Assignment assignment) {
    String name = tokens.identifier(assignment.targets().get(0));
    if (write.target().isDefault(assignment.value())) {
      written.remove(name);
    } else if (write.target().missing(name) != null) {
      written.put(name, current);
    }
  }

  private void value(DeclaredColumn column, String qualifier, Edits.Replacement out)
      throws NoAnswerException {
    Integer by = written.get(column.column());
    Forms forms = write.target().forms();
    if (by == null) {
      TargetReads.defaults(forms).write(column, qualifier, out);
      return;
    }
    Range value = assignments.get(by).value();
    for (int i = by + 1; i < current; i++) {
      refuseChanged(column, value, tokens.identifier(assignments.get(i).targets().get(0)));
    }
    Forms.Around typed = forms.typedQuery(column.type());
    out.text(typed.before()).copy(value).text(typed.after());
  }

  private void refuseChanged(DeclaredColumn column, Range value, String changed)
      throws NoAnswerException {
    for (int i = value.from(); i < value.to(); i++) {
      if (tokens.isName(i) && tokens.identifier(i).equals(changed)) {
        throw new NoAnswerException(
            "the value of \"" + column.column() + "\" is made from columns that change as well");
      }
    }
  }
}
