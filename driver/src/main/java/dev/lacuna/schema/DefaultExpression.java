package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.sql.TokenKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expression of a {@code DEFAULT}.
 *
 * <p>Nothing closes it, so where it ends has to be found. PostgreSQL takes none there that has AND,
 * OR, NOT or a COLLATE outside parentheses ({@code b_expr} in its {@code gram.y}), which leaves the
 * words that start the next clause; MySQL takes a literal or a parenthesis.
 */
final class DefaultExpression {

  private static final Set<String> NEXT_CLAUSES =
      Set.of(
          "not",
          "null",
          "default",
          "check",
          "unique",
          "primary",
          "key",
          "references",
          "constraint",
          "collate",
          "generated",
          "identity",
          "auto_increment",
          "storage",
          "compression",
          "comment",
          "column_format",
          "visible",
          "invisible",
          "first",
          "after",
          "on",
          "deferrable",
          "initially",
          "enforced");

  /** Words that may stand behind a literal or a parenthesis and belong to the expression. */
  private static final Set<String> CONTINUATIONS =
      Set.of(
          "is",
          "operator",
          "div",
          "mod",
          "uescape",
          "varying",
          "with",
          "without",
          "time",
          "zone",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "to");

  private final DeclarationCursor cursor;
  private int openCases;

  /** The kind of the token before; of the opening one for a parenthesis. */
  private TokenKind before = TokenKind.WORD;

  private DefaultExpression(DeclarationCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads the expression that is next, and returns its text; null if it is NULL. */
  static @Nullable String read(DeclarationCursor cursor) throws ConfigurationException {
    return new DefaultExpression(cursor).read();
  }

  private @Nullable String read() throws ConfigurationException {
    int start = cursor.index();
    while (!isOver(start)) {
      openCases += cursor.sees("CASE") ? 1 : cursor.sees("END") ? -1 : 0;
      before = cursor.kind();
      cursor.step();
    }
    if (cursor.index() == start) {
      throw cursor.unreadable("an expression after DEFAULT");
    }
    if (cursor.passedSince(start, TokenKind.PARAMETER)) {
      throw Refusals.questionMark(cursor.origin());
    }
    String text = cursor.textSince(start);
    return text.equalsIgnoreCase("NULL") ? null : text;
  }

  private boolean isOver(int start) {
    if (cursor.atEnd() || cursor.sees(TokenKind.COMMA) || cursor.sees(TokenKind.CLOSE)) {
      return true;
    }
    String word = cursor.word();
    if (word.isEmpty() || cursor.index() == start || openCases > 0) {
      return false;
    }
    return switch (before) {
      case OPERATOR, DOT -> false;
      case NUMBER, STRING, OPEN -> !CONTINUATIONS.contains(word);
      default -> NEXT_CLAUSES.contains(word);
    };
  }
}
