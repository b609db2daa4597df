package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.MergeClause;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a missing column of a row would hold behind a {@code MERGE}, which may have inserted,
 * updated or deleted it: {@code merge_action()} tells which (PostgreSQL 18 manual, 9.23). Which of
 * several clauses of one kind it was nothing tells.
 */
final class MergedValues implements ReturnedValues {

  /**
   * A clause, and what becomes of the missing columns there.
   *
   * @param target the account of this clause alone
   */
  record Part(MergeClause clause, WriteTarget target) {

    boolean isUpdate() {
      return clause.action() instanceof MergeClause.Update;
    }

    boolean isInsert() {
      return clause.action() instanceof MergeClause.Insert;
    }
  }

  private final Tokens tokens;
  private final WriteTarget target;
  private final List<Part> parts;

  MergedValues(Tokens tokens, WriteTarget target, List<Part> parts) {
    this.tokens = tokens;
    this.target = target;
    this.parts = parts;
  }

  @Override
  public boolean isKnown(DeclaredColumn column) {
    return true;
  }

  @Override
  public void write(DeclaredColumn column, String qualifier, Edits.Replacement out)
      throws NoAnswerException {
    target.use(column);
    String byDefault = target.forms().defaultOf(column);
    String nothing = target.forms().nullOf(column.type());
    switch (qualifier) {
      case "old" ->
          out.text("CASE merge_action() WHEN 'INSERT' THEN " + nothing)
              .text(" ELSE " + byDefault + " END");
      case "new" -> after(column, nothing, out);
      default -> after(column, byDefault, out);
    }
  }

  /** The value behind the action; of a row that was deleted another one. */
  private void after(DeclaredColumn column, String deleted, Edits.Replacement out)
      throws NoAnswerException {
    List<Part> inserts = parts.stream().filter(Part::isInsert).toList();
    List<Part> updates = parts.stream().filter(Part::isUpdate).toList();
    out.text("CASE merge_action()");
    written(column, inserts, out.text(" WHEN 'INSERT' THEN "));
    written(column, updates, out.text(" WHEN 'UPDATE' THEN "));
    out.text(" ELSE " + deleted + " END");
  }

  private void written(DeclaredColumn column, List<Part> alike, Edits.Replacement out)
      throws NoAnswerException {
    Range value = null;
    for (int i = 0; i < alike.size(); i++) {
      Range other = alike.get(i).target().written(column.column());
      if (i > 0 && !text(other).equals(text(value))) {
        throw new NoAnswerException(
            "RETURNING would show a written value that depends on which WHEN wrote it");
      }
      value = other;
    }
    if (value == null) {
      out.text(target.forms().defaultOf(column));
      return;
    }
    if (value.isEmpty()) {
      throw new NoAnswerException(
          "each row's own value of \"" + column.column() + "\" would have to be returned");
    }
    for (Part part : alike) {
      refuseOtherMeaning(column, value, part);
    }
    Forms.Around typed = target.forms().typed(column.type());
    out.text(typed.before()).copy(value).text(typed.after());
  }

  private boolean isTarget(int token) {
    return tokens.isName(token)
        && tokens.identifier(token).equals(target.table().exposedName(tokens));
  }

  private String text(@Nullable Range value) {
    return value == null ? "" : value.isEmpty() ? "?" : tokens.text(value);
  }

  /** In {@code RETURNING} the target's columns are seen, and hold what was written. */
  private void refuseOtherMeaning(DeclaredColumn column, Range value, Part part)
      throws NoAnswerException {
    Set<String> changed = Set.of();
    if (part.clause().action() instanceof MergeClause.Update update) {
      List<Assignment> assignments = update.assignments();
      changed = Assignments.names(tokens, assignments);
    }
    for (int i = value.from(); i < value.to(); i++) {
      if (!tokens.isName(i) || target.missing(tokens.identifier(i)) != null) {
        continue;
      }
      String name = tokens.identifier(i);
      boolean bare = !tokens.is(i - 1, TokenKind.DOT);
      boolean ours = bare || isTarget(i - 2);
      boolean ambiguous = part.isInsert() && bare && target.shape().column(name) != null;
      if (ambiguous || (ours && changed.contains(name))) {
        throw new NoAnswerException(
            "the value of \"" + column.column() + "\" is made from columns that change as well");
      }
    }
  }
}
