package dev.lacuna.sql;

/**
 * Tells words that begin a clause on MySQL and MariaDB from names and from parts of other clauses:
 * some of them may be names there without quotes.
 */
final class MySqlWords {

  private MySqlWords() {}

  /** Whether a word, which begins a clause in some place, does so here. */
  static boolean beginsClause(Tokens tokens, int token) {
    if (tokens.isAny(token, "GROUP", "ORDER")) {
      // USE INDEX FOR ORDER BY (i)
      return tokens.is(token + 1, "BY") && !tokens.is(token - 1, "FOR");
    }
    if (tokens.is(token, "FOR")) {
      return tokens.isAny(token + 1, "UPDATE", "SHARE");
    }
    if (tokens.is(token, "LOCK")) {
      return tokens.is(token + 1, "IN");
    }
    if (tokens.is(token, "OFFSET")) {
      return isCount(tokens, token + 1);
    }
    if (tokens.is(token, "WINDOW")) {
      return tokens.isName(token + 1) && tokens.is(token + 2, "AS");
    }
    return !tokens.isAny(token, "LEFT", "RIGHT") || !tokens.is(token + 1, '(');
  }

  private static boolean isCount(Tokens tokens, int token) {
    return tokens.is(token, TokenKind.NUMBER)
        || tokens.is(token, TokenKind.PARAMETER)
        || tokens.is(token, TokenKind.VARIABLE);
  }
}
