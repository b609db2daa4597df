package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;

/** The words that divide an engine's queries. */
final class QueryWords {

  private static final QueryWords POSTGRESQL =
      new QueryWords(
          "ALL DISTINCT", "WINDOW ORDER LIMIT OFFSET FETCH FOR", "INSERT UPDATE DELETE MERGE");

  // MySQL 9.7, 15.2.13 "SELECT Statement"; MariaDB has SQL_CACHE, FETCH and PROCEDURE besides.
  private static final QueryWords MYSQL =
      new QueryWords(
          "ALL DISTINCT DISTINCTROW HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BIG_RESULT"
              + " SQL_BUFFER_RESULT SQL_CACHE SQL_NO_CACHE SQL_CALC_FOUND_ROWS",
          "WINDOW ORDER LIMIT OFFSET FETCH FOR LOCK PROCEDURE INTO",
          "INSERT REPLACE UPDATE DELETE");

  private final String[] modifiers;
  private final String[] afterItems;
  private final String[] afterFrom;
  private final String[] afterGroup;
  private final String[] afterOrder;
  private final String[] writes;

  private QueryWords(String modifiers, String afterHaving, String writes) {
    this.modifiers = modifiers.split(" ");
    this.afterItems = ("FROM INTO WHERE GROUP HAVING " + afterHaving).split(" ");
    this.afterFrom = ("INTO WHERE GROUP HAVING " + afterHaving).split(" ");
    this.afterGroup = ("HAVING " + afterHaving).split(" ");
    this.afterOrder = afterHaving.substring("WINDOW ORDER ".length()).split(" ");
    this.writes = writes.split(" ");
  }

  static QueryWords of(Dialect dialect) {
    return dialect.isMySql() ? MYSQL : POSTGRESQL;
  }

  /** What may stand between {@code SELECT} and its list. */
  String[] modifiers() {
    return modifiers;
  }

  /** What may end a select list. */
  String[] afterItems() {
    return afterItems;
  }

  /** What may end a {@code FROM}. */
  String[] afterFrom() {
    return afterFrom;
  }

  /** What may end a {@code GROUP BY}. */
  String[] afterGroup() {
    return afterGroup;
  }

  /** What may end an {@code ORDER BY}. */
  String[] afterOrder() {
    return afterOrder;
  }

  /** Whether a statement that changes rows begins at a token. */
  boolean startsWrite(Tokens tokens, int token) {
    return tokens.isAny(token, writes);
  }
}
