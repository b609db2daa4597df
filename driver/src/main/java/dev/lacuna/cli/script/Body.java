package dev.lacuna.cli.script;

import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;

/**
 * Tells whether a semicolon stands in the body of a routine: between {@code BEGIN} and its {@code
 * END}, behind {@code CREATE}. Asked from the front to the back of a text.
 */
final class Body {

  private final Tokens tokens;
  private int statement = -1;
  private int next;
  private int depth;
  private boolean routine;

  Body(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether the semicolon is in the body of the statement that begins at {@code first}. */
  boolean contains(int first, int semicolon) {
    if (statement != first) {
      statement = first;
      next = first;
      depth = 0;
      routine = makesRoutine(first);
    }
    if (!routine) {
      return false;
    }
    for (; next < semicolon; next++) {
      if (tokens.is(next, TokenKind.OPEN) && tokens.match(next) > next) {
        next = tokens.match(next);
      } else if (!tokens.is(next - 1, TokenKind.DOT)) {
        count(next);
      }
    }
    return depth > 0;
  }

  /** {@code CREATE OR REPLACE DEFINER = … PROCEDURE}: the kind is among the first words. */
  private boolean makesRoutine(int first) {
    if (!tokens.isAny(first, "CREATE", "ALTER")) {
      return false;
    }
    int i = first + 1;
    while (tokens.isAny(i, "OR", "REPLACE", "AGGREGATE", "CONSTRAINT")
        || tokens.is(i, "DEFINER")
        || !tokens.is(i, TokenKind.WORD)
        || tokens.is(i - 1, '=')) {
      if (++i >= tokens.count()) {
        return false;
      }
    }
    return tokens.isAny(i, "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE");
  }

  private void count(int token) {
    boolean ends = tokens.is(token - 1, "END");
    if (tokens.is(token, "BEGIN") || (tokens.is(token, "CASE") && !ends)) {
      depth++;
    } else if (tokens.is(token, "END")
        && depth > 0
        && !tokens.isAny(token + 1, "IF", "LOOP", "WHILE", "REPEAT")) {
      depth--;
    }
  }
}
