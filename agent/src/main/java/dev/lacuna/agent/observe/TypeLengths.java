package dev.lacuna.agent.observe;

import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the numbers that are part of a type from those that are values: {@code varchar(8)} in DDL.
 *
 * <p>Several of the names are functions' as well, {@code char(65)} in MySQL for one. So a type has
 * to stand behind the name of a column, and DDL that selects has no numbers that may be told.
 */
final class TypeLengths {

  private static final Set<String> TYPES =
      Set.of(
          "binary",
          "bit",
          "char",
          "character",
          "datetime",
          "dec",
          "decimal",
          "double",
          "float",
          "nchar",
          "numeric",
          "nvarchar",
          "time",
          "timestamp",
          "timestamptz",
          "timetz",
          "varbinary",
          "varbit",
          "varchar",
          "varying",
          "vector");

  /** Keywords in front of which a value stands, and behind which a function may. */
  private static final Set<String> OPERATORS =
      Set.of("binary", "collate", "div", "mod", "regexp", "rlike", "xor");

  private final Tokens tokens;
  private final boolean declares;

  TypeLengths(Tokens tokens) {
    this.tokens = tokens;
    this.declares = tokens.isAny(0, "ALTER", "CREATE") && !selects(tokens);
  }

  private static boolean selects(Tokens tokens) {
    for (int i = 1; i < tokens.count(); i++) {
      if (tokens.isAny(i, "SELECT")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number is a type's length, precision or scale. */
  boolean has(int number) {
    int open = number - 1;
    if (declares && tokens.is(open, TokenKind.COMMA)) {
      open -= 2;
    }
    return declares
        && open >= 3
        && tokens.is(open, TokenKind.OPEN)
        && isLengths(open)
        && isType(open - 1)
        && isDeclared(open - 2);
  }

  private boolean isLengths(int open) {
    int close = tokens.match(open);
    return tokens.is(open + 1, TokenKind.NUMBER)
        && (close == open + 2
            || (close == open + 4
                && tokens.is(open + 2, TokenKind.COMMA)
                && tokens.is(open + 3, TokenKind.NUMBER)));
  }

  private boolean isType(int word) {
    return tokens.is(word, TokenKind.WORD) && TYPES.contains(lower(word));
  }

  private boolean isDeclared(int before) {
    return tokens.is(before, TokenKind.QUOTED_IDENTIFIER)
        || (tokens.is(before, TokenKind.WORD)
            && !MaskedText.isKeyword(lower(before))
            && !OPERATORS.contains(lower(before)));
  }

  private String lower(int word) {
    return tokens.text(word).toLowerCase(Locale.ROOT);
  }
}
