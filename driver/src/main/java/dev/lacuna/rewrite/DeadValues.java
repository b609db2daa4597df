package dev.lacuna.rewrite;

import dev.lacuna.sql.Keywords;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that are written nowhere. They stay in the text all the same, so that every parameter of
 * the application has a marker there, and gets its type from the server. Mutable.
 */
final class DeadValues {

  /**
   * A value.
   *
   * @param type its type; null of a query of several columns
   */
  private record Dead(Range value, @Nullable String type) {}

  private final Tokens tokens;
  private final Forms forms;
  private final List<Dead> values = new ArrayList<>();

  DeadValues(Tokens tokens, Forms forms) {
    this.tokens = tokens;
    this.forms = forms;
  }

  void add(Range value, String type) {
    values.add(new Dead(value, type));
  }

  /** Adds the values of another statement part. */
  void addAll(DeadValues others) {
    values.addAll(others.values);
  }

  /** Adds a query in parentheses. */
  void addQuery(Range query) {
    values.add(new Dead(query, null));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether a token stands in one of the values. */
  boolean contains(int token) {
    return values.stream().anyMatch(dead -> dead.value().contains(token));
  }

  /** Writes a condition that is true, with a branch never taken that types the values. */
  void condition(Edits.Replacement out) {
    unused(out.text("CASE WHEN TRUE THEN TRUE ELSE "));
    out.text(" END");
  }

  /** Writes a condition that types the values, for a branch that is never taken. */
  void unused(Edits.Replacement out) {
    String before = "";
    for (Dead dead : values) {
      write(dead, out.text(before));
      out.text(" IS NULL");
      before = " AND ";
    }
  }

  /**
   * Writes the select list of a CTE that nothing reads, for a statement that takes no condition.
   *
   * @throws UnsupportedSqlException if a value with a parameter needs the statement's own columns
   */
  void selectList(Edits.Replacement out) throws UnsupportedSqlException {
    String before = "";
    for (Dead dead : withParameters()) {
      if (namesColumns(dead.value())) {
        throw new UnsupportedSqlException(
            "a parameter in a value that vanishes stands beside columns, and no condition is"
                + " possible");
      }
      write(dead, out.text(before));
      before = ", ";
    }
  }

  /** Whether each is a parameter, and nothing else. */
  boolean areParameters() {
    return values.stream()
        .map(Dead::value)
        .allMatch(value -> value.length() == 1 && tokens.is(value.from(), TokenKind.PARAMETER));
  }

  /** Whether a parameter would be lost with the values. */
  boolean haveParameters() {
    return !withParameters().isEmpty();
  }

  private void write(Dead dead, Edits.Replacement out) {
    if (dead.type() == null) {
      out.text("EXISTS ").copy(dead.value());
    } else {
      Forms.Around typed = forms.unused(dead.type());
      out.text(typed.before()).copy(dead.value()).text(typed.after());
    }
  }

  private List<Dead> withParameters() {
    return values.stream().filter(dead -> hasParameter(tokens, dead.value())).toList();
  }

  static boolean hasParameter(Tokens tokens, Range value) {
    for (int i = value.from(); i < value.to(); i++) {
      if (tokens.is(i, TokenKind.PARAMETER)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCast(int token) {
    return tokens.is(token, TokenKind.OPERATOR) && tokens.text(token).equals("::");
  }

  private boolean namesColumns(Range value) {
    for (int i = value.from(); i < value.to(); i++) {
      boolean keyword = tokens.is(i, TokenKind.WORD) && Keywords.isReserved(tokens.identifier(i));
      boolean type = i > value.from() && (tokens.is(i - 1, "AS") || isCast(i - 1));
      if (tokens.isName(i) && !keyword && !type && !tokens.is(i + 1, '(')) {
        return true;
      }
    }
    return false;
  }
}
