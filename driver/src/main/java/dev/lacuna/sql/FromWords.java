package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.util.HashSet;
import java.util.Set;

/** The words between the tables of an engine's {@code FROM}. */
final class FromWords {

  private static final Set<String> NO_ALIAS =
      Set.of(
          ("natural inner left right cross join straight_join on using tablesample set use"
                  + " force ignore partition as with returning where for order group limit values"
                  + " default when")
              .split(" "));

  private static final FromWords POSTGRESQL =
      new FromWords("NATURAL INNER LEFT RIGHT FULL CROSS OUTER JOIN STRAIGHT_JOIN", "full");

  // FULL is a name on MySQL: FROM a full JOIN b
  private static final FromWords MYSQL =
      new FromWords(
          "NATURAL INNER LEFT RIGHT CROSS OUTER JOIN STRAIGHT_JOIN", "lock procedure into");

  private final String[] joins;
  private final Set<String> noAlias;

  private FromWords(String joins, String noAlias) {
    this.joins = joins.split(" ");
    this.noAlias = new HashSet<>(NO_ALIAS);
    this.noAlias.addAll(Set.of(noAlias.split(" ")));
  }

  static FromWords of(Dialect dialect) {
    return dialect.isMySql() ? MYSQL : POSTGRESQL;
  }

  /** The words of which a join's own are made. */
  String[] joins() {
    return joins;
  }

  /** Whether the word, right behind a table, is not its alias. */
  boolean isNoAlias(String word) {
    return noAlias.contains(word);
  }

  /** Whether it is MySQL's {@code DUAL}, which is no table. */
  boolean isDual(Tokens tokens, Range name) {
    return this == MYSQL && name.length() == 1 && tokens.is(name.from(), "DUAL");
  }
}
