package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;

/** Takes the literals out of a text that is to be logged. */
final class Literals {

  private Literals() {}

  /** The text with a question mark for each string and number, and without comments. */
  static String mask(String sql) {
    Tokens tokens = Tokens.of(sql, Dialect.POSTGRESQL);
    StringBuilder masked = new StringBuilder();
    int end = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (i > 0 && tokens.start(i) > end) {
        masked.append(' ');
      }
      boolean literal = tokens.is(i, TokenKind.STRING) || tokens.is(i, TokenKind.NUMBER);
      masked.append(literal ? "?" : tokens.text(i));
      end = tokens.end(i);
    }
    return tokens.wellFormed() ? masked.toString() : masked + "…";
  }
}
