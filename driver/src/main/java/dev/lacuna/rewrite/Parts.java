package dev.lacuna.rewrite;

import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import org.jspecify.annotations.Nullable;

/** Writes to a part of a column: {@code tags[1] = …}, {@code home.city = …}. */
final class Parts {

  private Parts() {}

  /** Whether only a part of the column whose name stands at a token is written. */
  static boolean isPart(Tokens tokens, int name) {
    return tokens.is(name + 1, '[') || tokens.is(name + 1, TokenKind.DOT);
  }

  /**
   * The type of the part that is written; null of a field, whose type is not known.
   *
   * @param type that of the column, with its array brackets
   */
  static @Nullable String type(Tokens tokens, int name, String type) {
    int open = name + 1;
    if (!tokens.is(open, '[') || isPart(tokens, tokens.match(open))) {
      return null;
    }
    Range subscript = new Range(open + 1, tokens.match(open));
    for (int i = subscript.from(); i < subscript.to(); i++) {
      if (tokens.is(i, ':')) {
        return type;
      }
    }
    return type.endsWith("]") ? type.substring(0, type.lastIndexOf('[')) : type;
  }
}
