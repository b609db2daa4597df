package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.regex.Pattern;

/** Makes random statements over the tables of the twins. */
final class RandomStatements {

  private static final Pattern MARKER = Pattern.compile("[?](\\d+)[?]");

  private RandomStatements() {}

  /** The statement that some choices make. */
  static RandomStatement of(Choices choices, Engine engine) {
    boolean writes = choices.oneIn(4);
    boolean markers = choices.oneIn(2);
    // See MySqlDeviations.
    boolean comparesRows = !writes || engine != Engine.MARIADB;
    RandomQueries queries = new RandomQueries(choices, engine, markers, comparesRows);
    String sql =
        writes
            ? new RandomWrites(choices, engine, queries).statement()
            : new RandomReads(choices, engine, queries).statement();
    boolean locks = sql.endsWith(" FOR UPDATE") || sql.endsWith(" SHARE MODE");
    boolean reads = !writes && !locks && !sql.endsWith(" FOR SHARE");
    List<Object> parameters =
        MARKER
            .matcher(sql)
            .results()
            .map(
                marker -> queries.expressions().parameters().get(Integer.parseInt(marker.group(1))))
            .toList();
    return new RandomStatement(
        MARKER.matcher(sql).replaceAll("?"), parameters, reads ? "" : RandomTables.content(engine));
  }
}
