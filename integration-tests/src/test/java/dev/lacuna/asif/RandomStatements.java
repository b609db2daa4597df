package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.engine.Engine;
import java.util.List;

/** Makes random statements over the tables of the twins. */
final class RandomStatements {

  private static final List<String> WRITTEN =
      RandomTables.WRITTEN.stream().map(Table::content).toList();

  private RandomStatements() {}

  /** The statement that some choices make. */
  static RandomStatement of(Choices choices, Engine engine) {
    boolean writes = choices.oneIn(4);
    boolean markers = choices.oneIn(2);
    RandomQueries queries = new RandomQueries(choices, engine, markers);
    String sql =
        writes
            ? new RandomWrites(choices, engine, queries).statement()
            : new RandomReads(choices, engine, queries).statement();
    boolean locks = sql.endsWith(" FOR UPDATE") || sql.endsWith(" SHARE MODE");
    return new RandomStatement(
        sql,
        queries.expressions().parameters(),
        writes || locks || sql.endsWith(" FOR SHARE") ? WRITTEN : List.of());
  }
}
