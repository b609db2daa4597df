package dev.lacuna.asif;

import dev.lacuna.engine.Engine;

/** Makes random statements over the tables of the twins. */
final class RandomStatements {

  private RandomStatements() {}

  /** The statement that some choices make. */
  static RandomStatement of(Choices choices, Engine engine) {
    boolean writes = choices.oneIn(4);
    boolean markers = choices.oneIn(2);
    RandomQueries queries = new RandomQueries(choices, markers);
    if (!writes) {
      String sql = queries.statement();
      return new RandomStatement(sql, queries.expressions().parameters(), "");
    }
    RandomWrites random = new RandomWrites(choices, engine, queries);
    String sql = random.statement();
    return new RandomStatement(sql, queries.expressions().parameters(), random.table().content());
  }
}
