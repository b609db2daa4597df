package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Conflict;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the missing columns out of {@code ON CONFLICT}. */
final class ConflictRewriter {

  /** PostgreSQL's state for a target that no unique constraint matches. */
  private static final String INVALID_COLUMN_REFERENCE = "42P10";

  private final Write write;
  private final Tokens tokens;
  private final WriteTarget target;
  private final WriteTarget update;
  private final Conflict conflict;

  ConflictRewriter(Write write, Conflict conflict) {
    this.write = write;
    this.tokens = write.tokens();
    this.target = write.target();
    this.update = new WriteTarget(tokens, target.table(), target.shape(), target.forms());
    this.conflict = conflict;
  }

  /**
   * Rewrites it; returns whether anything in it was of a missing column.
   *
   * @param inserted what the row that conflicted would have been
   */
  boolean rewrite(RowValues inserted)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    refuseTarget();
    Write updating = write.with(update);
    new Assignments(updating).rewrite(conflict.assignments());
    boolean excluded = replaceExcluded(inserted);
    boolean reads =
        new TargetReads(updating, false)
            .replace(
                conflict.range(), Set.of(write.targetName()), TargetReads.defaults(target.forms()));
    keepDeadValues();
    target.include(update);
    return update.vanishes() || excluded || reads;
  }

  /** The columns whose value differs between the rows that are inserted and those updated. */
  Set<String> undecided() {
    Set<String> columns = new HashSet<>();
    for (DeclaredColumn column : target.missing()) {
      Range inserted = target.written(column.column());
      Range updated = update.written(column.column());
      boolean same = inserted == null && updated == null;
      if (!conflict.assignments().isEmpty() && !same && !isExcluded(updated, column)) {
        columns.add(column.column());
      }
    }
    return columns;
  }

  private void refuseTarget() throws NoAnswerException {
    for (int i = conflict.target().from(); i < conflict.target().to(); i++) {
      if (tokens.isName(i) && target.missing(tokens.identifier(i)) != null) {
        throw new NoAnswerException(
            "ON CONFLICT names \""
                + tokens.identifier(i)
                + "\", and a missing column has no unique constraint",
            INVALID_COLUMN_REFERENCE);
      }
    }
  }

  private void keepDeadValues() {
    if (update.dead().isEmpty()) {
      return;
    }
    Range where = conflict.where();
    Edits edits = write.edits();
    if (where == null) {
      update.dead().condition(edits.after(conflict.range()).text(" WHERE "));
    } else {
      edits.before(where).text("(");
      update.dead().condition(edits.after(where).text(") AND "));
    }
  }

  private boolean isExcluded(@Nullable Range value, DeclaredColumn column) {
    return value != null
        && value.length() == 3
        && tokens.is(value.from(), "EXCLUDED")
        && tokens.isName(value.to() - 1)
        && tokens.identifier(value.to() - 1).equals(column.column());
  }

  /**
   * {@code excluded.nickname} is the value that the insert would have written. In a value that
   * vanishes itself only its type matters.
   */
  private boolean replaceExcluded(RowValues inserted) throws NoAnswerException, SQLException {
    boolean any = false;
    for (DeclaredColumn column : target.missing()) {
      for (ColumnUses.Use use :
          write.uses().of(column.column(), conflict.range(), Set.of("excluded"))) {
        if (use.qualifier().isEmpty()) {
          continue;
        }
        any = true;
        boolean subscript = tokens.is(use.range().to(), '[');
        Edits.Replacement out = write.edits().replace(use.range()).text(subscript ? "(" : "");
        if (update.dead().contains(use.name())) {
          out.text(target.forms().nullOf(column.type()));
          target.use(column);
        } else {
          inserted.write(column, "", out);
        }
        out.text(subscript ? ")" : "");
      }
    }
    return any;
  }
}
