package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a missing column of a row would hold before a write ({@code old.nickname}, PostgreSQL 18)
 * and after it ({@code nickname}, {@code new.nickname}).
 */
final class RowValues implements ReturnedValues {

  private enum Change {
    INSERT,
    UPSERT,
    UPDATE,
    DELETE
  }

  private final Tokens tokens;
  private final WriteTarget target;
  private final Change change;
  private final boolean manyRows;
  private final Set<String> names;

  private RowValues(
      Tokens tokens, WriteTarget target, Change change, boolean manyRows, Set<String> names) {
    this.tokens = tokens;
    this.target = target;
    this.change = change;
    this.manyRows = manyRows;
    this.names = names;
  }

  /**
   * Of an {@code INSERT}.
   *
   * @param manyRows whether it writes several rows, each with a value of its own
   */
  static RowValues ofInsert(Tokens tokens, WriteTarget target, boolean manyRows) {
    return new RowValues(tokens, target, Change.INSERT, manyRows, Set.of());
  }

  /**
   * Of an {@code INSERT … ON CONFLICT DO UPDATE}.
   *
   * @param undecided the columns that differ between rows that were inserted and those that were
   *     updated
   */
  static RowValues ofUpsert(
      Tokens tokens, WriteTarget target, boolean manyRows, Set<String> undecided) {
    return new RowValues(tokens, target, Change.UPSERT, manyRows, undecided);
  }

  /**
   * Of an {@code UPDATE}.
   *
   * @param assigned the columns that it assigns: what it returns is their new value, while an
   *     expression copied there would read them anew
   */
  static RowValues ofUpdate(Tokens tokens, WriteTarget target, Set<String> assigned) {
    return new RowValues(tokens, target, Change.UPDATE, false, assigned);
  }

  /** Of a {@code DELETE}. */
  static RowValues ofDelete(Tokens tokens, WriteTarget target) {
    return new RowValues(tokens, target, Change.DELETE, false, Set.of());
  }

  @Override
  public boolean isKnown(DeclaredColumn column) {
    Range written = target.written(column.column());
    return written == null || !(manyRows || written.isEmpty());
  }

  @Override
  public void write(DeclaredColumn column, String qualifier, Edits.Replacement out)
      throws NoAnswerException {
    target.use(column);
    switch (qualifier) {
      case "old" -> before(column, out);
      case "new" -> {
        if (change == Change.DELETE) {
          nothing(column, out);
        } else {
          after(column, out);
        }
      }
      default -> after(column, out);
    }
  }

  private void before(DeclaredColumn column, Edits.Replacement out) throws NoAnswerException {
    if (change == Change.UPSERT && column.defaultExpression() != null) {
      throw new NoAnswerException(
          "RETURNING would show an old value that depends on which rows conflicted");
    }
    if (change == Change.INSERT || change == Change.UPSERT) {
      nothing(column, out);
    } else {
      out.text(target.forms().defaultOf(column));
    }
  }

  private void nothing(DeclaredColumn column, Edits.Replacement out) {
    out.text(target.forms().nullOf(column.type()));
  }

  private void after(DeclaredColumn column, Edits.Replacement out) throws NoAnswerException {
    if (change == Change.UPSERT && names.contains(column.column())) {
      throw new NoAnswerException(
          "RETURNING would show a written value that depends on which rows conflicted");
    }
    Range written = target.written(column.column());
    if (written == null) {
      out.text(target.forms().defaultOf(column));
      return;
    }
    if (!isKnown(column)) {
      throw new NoAnswerException(
          "each row's own value of \"" + column.column() + "\" would have to be returned");
    }
    refuseChanging(column, written);
    Forms.Around typed =
        hasQuery(written)
            ? target.forms().typedQuery(column.type())
            : target.forms().typed(column.type());
    out.text(typed.before()).copy(written).text(typed.after());
  }

  private boolean hasQuery(Range value) {
    return IntStream.range(value.from(), value.to()).anyMatch(token -> tokens.is(token, "SELECT"));
  }

  private void refuseChanging(DeclaredColumn column, Range written) throws NoAnswerException {
    for (int i = written.from(); change == Change.UPDATE && i < written.to(); i++) {
      if (tokens.isName(i)
          && names.contains(tokens.identifier(i))
          && target.missing(tokens.identifier(i)) == null) {
        throw new NoAnswerException(
            "the value of \"" + column.column() + "\" is made from columns that change as well");
      }
    }
  }
}
