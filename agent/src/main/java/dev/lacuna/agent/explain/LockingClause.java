package dev.lacuna.agent.explain;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;

/**
 * FOR UPDATE and its like, which MySQL and MariaDB obey even for a plan, where they read a row for
 * it: the application would meet the agent's lock.
 */
final class LockingClause {

  private LockingClause() {}

  /**
   * The text without the clause that ends it.
   *
   * @throws UnfitException if there is one inside
   */
  static String cut(String sql) throws UnfitException {
    Tokens tokens = Tokens.of(sql, Dialect.MYSQL);
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.OPEN) {
        depth++;
      } else if (tokens.kind(i) == TokenKind.CLOSE) {
        depth--;
      } else if (starts(tokens, i)) {
        if (depth > 0) {
          throw new UnfitException("it locks rows inside");
        }
        return sql.substring(0, tokens.start(i));
      }
    }
    return sql;
  }

  private static boolean starts(Tokens tokens, int at) {
    return (tokens.is(at, "FOR") && tokens.isAny(at + 1, "UPDATE", "SHARE"))
        || (tokens.is(at, "LOCK") && tokens.is(at + 1, "IN") && tokens.is(at + 2, "SHARE"));
  }
}
