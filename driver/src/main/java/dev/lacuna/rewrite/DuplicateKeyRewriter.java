package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Conflict;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the missing columns out of MySQL's {@code ON DUPLICATE KEY UPDATE}.
 *
 * <p>The clause takes no condition; the guard stands among the values of the insert.
 */
final class DuplicateKeyRewriter {

  private final Tokens tokens;
  private final Edits edits;
  private final WriteTarget target;
  private final WriteTarget update;
  private final Write updating;
  private final Conflict conflict;
  private final Set<Integer> insertedNames = new HashSet<>();

  DuplicateKeyRewriter(Write write, Conflict conflict) {
    this.tokens = write.tokens();
    this.edits = write.edits();
    this.target = write.target();
    this.update = new WriteTarget(tokens, target.table(), target.shape(), target.forms());
    this.updating = write.with(update);
    this.conflict = conflict;
  }

  /**
   * Rewrites it; returns whether anything in it was of a missing column.
   *
   * @param inserted what the row would have been that was found a duplicate
   */
  boolean rewrite(RowValues inserted)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    new Assignments(updating).rewrite(conflict.assignments());
    boolean any = insertedValues(inserted);
    any |=
        new AssignedReads(updating, conflict.assignments())
            .replace(conflict.range(), insertedNames);
    keepParameters();
    target.include(update);
    return any || update.vanishes();
  }

  /** {@code VALUES(nickname)}, and the names of the inserted row. */
  private boolean insertedValues(RowValues inserted)
      throws UnsupportedSqlException, NoAnswerException {
    boolean any = false;
    for (int i = conflict.range().from(); i < conflict.range().to(); i++) {
      DeclaredColumn column = tokens.isName(i) ? inserted(i) : null;
      if (column != null && !update.dead().contains(i)) {
        any = true;
        insertedNames.add(i);
        inserted.write(column, "", edits.replace(reference(i)));
      }
    }
    return any;
  }

  private boolean isValuesOf(int name) {
    return tokens.is(name - 1, '(') && tokens.is(name - 2, "VALUES") && tokens.is(name + 1, ')');
  }

  private boolean isOfRow(int name) {
    return conflict.row() != null
        && tokens.is(name - 1, TokenKind.DOT)
        && tokens.isName(name - 2)
        && tokens.identifier(name - 2).equals(conflict.row().name());
  }

  private @Nullable DeclaredColumn inserted(int name) throws UnsupportedSqlException {
    String column = tokens.identifier(name);
    if (conflict.row() != null && !conflict.row().columns().isEmpty()) {
      if (conflict.row().columns().contains(column)) {
        throw new UnsupportedSqlException("the inserted row's columns have names of their own");
      }
      return null;
    }
    return isValuesOf(name) || isOfRow(name) ? target.missing(column) : null;
  }

  private Range reference(int name) {
    return isOfRow(name) ? new Range(name - 2, name + 1) : new Range(name - 2, name + 2);
  }

  /** The values that vanish are not evaluated; their parameters move into the insert. */
  private void keepParameters() {
    Set<Integer> moved = new HashSet<>();
    for (int i = conflict.range().from(); i < conflict.range().to(); i++) {
      if (tokens.is(i, TokenKind.PARAMETER) && update.dead().contains(i) && moved.add(i)) {
        target.dead().add(new Range(i, i + 1), "");
      }
    }
  }
}
