package dev.lacuna.agent.observe;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a text anew: constants as {@code ?}, lists of them as one, single blanks, hints kept.
 *
 * <p>Used once, by one thread.
 */
final class MaskedText {

  private static final String MASK = "?";

  /** Words in front of a parenthesis that are no function's name, and keep their blank. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "between",
          "by",
          "case",
          "check",
          "conflict",
          "cross",
          "default",
          "delete",
          "distinct",
          "else",
          "except",
          "exists",
          "filter",
          "for",
          "from",
          "full",
          "group",
          "having",
          "in",
          "inner",
          "insert",
          "intersect",
          "into",
          "is",
          "join",
          "key",
          "lateral",
          "left",
          "like",
          "limit",
          "materialized",
          "not",
          "offset",
          "on",
          "or",
          "order",
          "over",
          "recursive",
          "returning",
          "right",
          "select",
          "set",
          "some",
          "then",
          "union",
          "update",
          "using",
          "values",
          "when",
          "where",
          "with",
          "within");

  private final Tokens tokens;
  private final TypeLengths lengths;
  private final StringBuilder out = new StringBuilder();

  private MaskedText(Tokens tokens) {
    this.tokens = tokens;
    this.lengths = new TypeLengths(tokens);
  }

  /** Whether a word in lower case can stand where a name does, but is none. */
  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  static String of(Tokens tokens) {
    return new MaskedText(tokens).write();
  }

  private String write() {
    int last = -1;
    for (int i = 0; i < tokens.count(); i++) {
      if (i == tokens.count() - 1 && tokens.kind(i) == TokenKind.SEMICOLON) {
        break;
      }
      hints(last, i);
      if (isSign(i)) {
        continue;
      }
      blank(last, i);
      out.append(isConstant(i) ? MASK : tokens.text(i));
      last = i;
      if (tokens.kind(i) == TokenKind.OPEN && startsFoldable(i)) {
        last = foldList(i);
        i = last;
      } else if (tokens.kind(i) == TokenKind.CLOSE) {
        i = skipEqualRows(i);
      }
    }
    return out.toString();
  }

  private boolean isConstant(int i) {
    return switch (tokens.kind(i)) {
      case STRING, PARAMETER -> true;
      case NUMBER -> !isOrdinal(i) && !lengths.has(i);
      case OPERATOR -> tokens.text(i).length() > 1 && tokens.text(i).charAt(0) == '$';
      default -> false;
    };
  }

  /** {@code ORDER BY 2} is another query than {@code ORDER BY 1}. */
  private boolean isOrdinal(int i) {
    if (tokens.end(i) - tokens.start(i) > 2) {
      return false;
    }
    int before = i - 1;
    while (before >= 1
        && (tokens.kind(before) == TokenKind.COMMA
            || (tokens.kind(before) == TokenKind.NUMBER
                && tokens.end(before) - tokens.start(before) <= 2)
            || tokens.isAny(before, "ASC", "DESC"))) {
      before--;
    }
    return tokens.is(before, "BY") && tokens.isAny(before - 1, "ORDER", "GROUP");
  }

  /** A sign in front of a number, where no operand stands before it, belongs to the number. */
  private boolean isSign(int i) {
    return (tokens.is(i, '-') || tokens.is(i, '+'))
        && tokens.is(i + 1, TokenKind.NUMBER)
        && (i == 0 || !endsOperand(i - 1));
  }

  private boolean endsOperand(int i) {
    return switch (tokens.kind(i)) {
      case STRING, NUMBER, PARAMETER, CLOSE, QUOTED_IDENTIFIER -> true;
      case WORD -> !KEYWORDS.contains(tokens.text(i).toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  /** A list of constants behind IN or ARRAY, or of rows of them. */
  private boolean startsFoldable(int open) {
    return tokens.isAny(open - 1, "IN", "ARRAY") && rowEnd(open) == tokens.match(open);
  }

  private int foldList(int open) {
    int close = tokens.match(open);
    out.append(tokens.is(open + 1, '(') ? "(?)" : MASK).append(tokens.text(close));
    return close;
  }

  /** The end of a parenthesis that has constants alone; −1 if it has anything else. */
  private int rowEnd(int open) {
    int close = tokens.match(open);
    if (close <= open + 1) {
      return -1;
    }
    for (int i = open + 1; i < close; i++) {
      boolean plain =
          isConstant(i)
              || isSign(i)
              || tokens.kind(i) == TokenKind.COMMA
              || tokens.isAny(i, "NULL", "TRUE", "FALSE", "DEFAULT")
              || tokens.is(i, '(')
              || tokens.is(i, ')');
      if (!plain) {
        return -1;
      }
    }
    return close;
  }

  /** Behind a row of VALUES, the rows that follow it, constants or not, are not told. */
  private int skipEqualRows(int close) {
    int open = tokens.match(close);
    if (open < 1 || !tokens.isAny(open - 1, "VALUES", "VALUE")) {
      return close;
    }
    int end = close;
    while (tokens.is(end + 1, ',') && tokens.is(end + 2, '(') && rowEnd(end + 2) > 0) {
      end = tokens.match(end + 2);
    }
    return end;
  }

  private void blank(int last, int next) {
    if (last >= 0 && out.length() > 0 && wantsBlank(last, next)) {
      out.append(' ');
    }
  }

  private boolean wantsBlank(int last, int next) {
    if (isTight(next) || isDouble(next) || isDouble(last)) {
      return false;
    }
    if (tokens.kind(last) == TokenKind.DOT || tokens.kind(last) == TokenKind.OPEN) {
      return false;
    }
    if (tokens.kind(last) == TokenKind.OPERATOR && tokens.kind(next) == TokenKind.OPERATOR) {
      return tokens.end(last) < tokens.start(next);
    }
    return tokens.kind(next) != TokenKind.OPEN || !isCall(last);
  }

  private boolean isTight(int next) {
    return switch (tokens.kind(next)) {
      case COMMA, CLOSE, SEMICOLON, DOT -> true;
      default -> false;
    };
  }

  private boolean isDouble(int i) {
    return tokens.kind(i) == TokenKind.OPERATOR && tokens.text(i).equals("::");
  }

  private boolean isCall(int word) {
    return tokens.isName(word) && !KEYWORDS.contains(tokens.text(word).toLowerCase(Locale.ROOT));
  }

  /** Hints are comments that the planner reads: pg_hint_plan's, MySQL's, MariaDB's. */
  private void hints(int last, int next) {
    int from = last < 0 ? 0 : tokens.end(last);
    String between = tokens.text().substring(from, tokens.start(next));
    int start = between.indexOf("/*+");
    int end = start < 0 ? -1 : between.indexOf("*/", start);
    if (end > 0) {
      String hint = between.substring(start + 3, end);
      out.append(out.isEmpty() ? "" : " ")
          .append("/*+ ")
          .append(MaskedText.of(Tokens.of(hint, hintDialect())))
          .append(" */");
      if (last < 0) {
        out.append(' ');
      }
    }
  }

  private Dialect hintDialect() {
    return tokens.dialect();
  }
}
