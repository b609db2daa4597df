package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables a statement names, and how. */
class SqlParserTablesTest {

  private static SqlStatement parse(String sql) throws UnsupportedSqlException {
    return SqlParser.parse(Tokens.of(sql, Dialect.POSTGRESQL)).get(0);
  }

  /** Each table as its path, alias and role. */
  private static String tables(String sql) throws UnsupportedSqlException {
    Tokens tokens = Tokens.of(sql, Dialect.POSTGRESQL);
    return SqlParser.parse(tokens).get(0).tables().stream()
        .map(
            table ->
                String.join(".", table.path())
                    + (table.alias() < 0 ? "" : " " + table.exposedName(tokens))
                    + (table.role() == TableReference.Role.TARGET ? "!" : ""))
        .sorted()
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1|",
        "SELECT * FROM a| a",
        "SELECT * FROM s.a| s.a",
        "SELECT * FROM \"S\".\"a b\" AS \"X\"| S.a b X",
        "SELECT * FROM A x, b AS y| a x, b y",
        "SELECT * FROM a x(b, c)| a x",
        "SELECT * FROM ONLY a, b *, c| a, b, c",
        "SELECT * FROM a TABLESAMPLE bernoulli (10) REPEATABLE (1), b| a, b",
        "SELECT * FROM a x TABLESAMPLE f (1) JOIN b ON true| a x, b",
        "SELECT * FROM a JOIN b ON a.x = b.x LEFT JOIN c USING (x) CROSS JOIN d| a, b, c, d",
        "SELECT * FROM a NATURAL FULL OUTER JOIN b| a, b",
        "SELECT * FROM a JOIN (b JOIN c ON true) ON true| a, b, c",
        "SELECT * FROM ((a JOIN b ON true) JOIN c ON true) AS j| a, b, c",
        "SELECT * FROM a LEFT JOIN b ON left(a.x, 1) = right(b.x, 1), c| a, b, c",
        "SELECT * FROM a JOIN b ON a.x IS DISTINCT FROM b.x| a, b",
        "SELECT * FROM {oj a LEFT OUTER JOIN b ON a.x = b.x}| a, b",
        "SELECT * FROM (SELECT * FROM a) x, LATERAL (SELECT * FROM b) y| a, b",
        "SELECT * FROM ((SELECT 1 FROM a) UNION (SELECT 2 FROM b)) x| a, b",
        "SELECT * FROM ((SELECT 1 FROM a) x JOIN b ON true)| a, b",
        "SELECT * FROM f(1) x, generate_series(1, 2) WITH ORDINALITY AS g(a, b), c| c",
        "SELECT * FROM ROWS FROM (f(1), g(2)) AS r(a, b), c| c",
        "SELECT * FROM json_to_record('{}') AS x(a int, b text), c| c",
        "SELECT * FROM f() AS (a int), c| c",
        "SELECT * FROM (VALUES (1, (SELECT x FROM a))) v(p, q)| a",
        "SELECT * FROM f((SELECT x FROM a))| a",
        "SELECT (SELECT 1 FROM a), ARRAY(SELECT 1 FROM b) WHERE EXISTS (SELECT FROM c)| a, b, c",
        "SELECT 1 FROM a WHERE x IN (SELECT y FROM b WHERE z > ALL (SELECT 1 FROM c))| a, b, c",
        "SELECT 1 FROM a GROUP BY (SELECT 1 FROM b) HAVING (SELECT true FROM c)| a, b, c",
        "SELECT 1 FROM a ORDER BY (SELECT 1 FROM b) LIMIT (SELECT 1 FROM c)| a, b, c",
        "SELECT extract(epoch FROM a), substring(b FROM 1 FOR 2), trim(BOTH FROM c) FROM d| d",
        "SELECT a AS from, b AS where FROM c| c",
        "SELECT a.from, a.where FROM c| c",
        "SELECT 1 FROM a FOR UPDATE OF a SKIP LOCKED| a",
        "SELECT 1 INTO x FROM a| a",
        "SELECT 1 FROM a UNION ALL SELECT 2 FROM b EXCEPT (SELECT 3 FROM c) ORDER BY 1| a, b, c",
        "SELECT minus FROM a minus| a minus",
        "TABLE a| a",
        "TABLE s.a ORDER BY 1 LIMIT 2| s.a",
        "VALUES (1, (SELECT 1 FROM a))| a",
        "SELECT 1 FROM a WINDOW w AS (ORDER BY (SELECT 1 FROM b))| a, b",
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FILTER (WHERE y) FROM a| a",
        "SELECT DISTINCT ON ((SELECT 1 FROM a)) 1 FROM b| a, b",
      })
  void query_namesTables(String sql, String expected) throws Exception {
    assertThat(tables(sql)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WITH c AS (SELECT 1 FROM a) SELECT 1 FROM c, b| a, b",
        "WITH a AS (SELECT 1 FROM a) SELECT 1 FROM a| a",
        "WITH a AS (SELECT 1 FROM b), b AS (SELECT 1 FROM a) SELECT 1 FROM a, b| b",
        "WITH RECURSIVE a AS (SELECT 1 FROM b), b AS (SELECT 1 FROM a) SELECT 1 FROM a, b|",
        "WITH RECURSIVE t AS (SELECT 1) SELECT 1 FROM t, a AS b| a b",
        "WITH RECURSIVE t(n) AS (SELECT 1 FROM a UNION ALL SELECT 1 FROM t) TABLE t| a",
        "WITH a AS (SELECT 1) SELECT 1 FROM s.a| s.a",
        "WITH \"A\" AS (SELECT 1) SELECT 1 FROM a| a",
        "WITH c AS MATERIALIZED (SELECT 1 FROM a), d AS NOT MATERIALIZED (TABLE b) TABLE d| a, b",
        "WITH c AS (SELECT 1) SELECT (SELECT 1 FROM c), (WITH a AS (TABLE c) TABLE a) FROM a| a",
        "SELECT (WITH a AS (SELECT 1) SELECT 1 FROM a), 2 FROM a| a",
        "WITH t AS (SELECT 1 FROM a) SEARCH BREADTH FIRST BY x, y SET o TABLE t| a",
        "WITH t AS (TABLE a) CYCLE x, y SET c TO 1 DEFAULT 0 USING p, u AS (TABLE b) TABLE u| a, b",
        "WITH d AS (DELETE FROM a USING b RETURNING *) SELECT 1 FROM d| a!, b",
        "WITH i AS (INSERT INTO a SELECT 1 FROM b) UPDATE c SET x = 1 FROM d| a!, b, c!, d",
      })
  void ctes_areNoTables(String sql, String expected) throws Exception {
    assertThat(tables(sql)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO a VALUES (1)| a!",
        "INSERT INTO s.a AS x (b, c) VALUES (1, (SELECT 1 FROM b))| b, s.a x!",
        "INSERT INTO a DEFAULT VALUES| a!",
        "INSERT INTO a (SELECT 1 FROM b)| a!, b",
        "INSERT INTO a ((SELECT 1 FROM b))| a!, b",
        "INSERT INTO a (c) OVERRIDING USER VALUE TABLE b| a!, b",
        "INSERT INTO a WITH c AS (TABLE b) SELECT * FROM c| a!, b",
        "INSERT INTO a VALUES (1) ON CONFLICT (b) DO UPDATE SET c = (SELECT 1 FROM d) RETURNING *| a!, d",
        "INSERT INTO a VALUES (1) RETURNING (SELECT 1 FROM b)| a!, b",
        "UPDATE a SET b = (SELECT 1 FROM c) FROM d, e x WHERE EXISTS (TABLE f)| a!, c, d, e x, f",
        "UPDATE ONLY s.a * AS x SET (b, c) = (SELECT 1, 2 FROM d)| d, s.a x!",
        "UPDATE a SET b = c IS DISTINCT FROM d WHERE e| a!",
        "UPDATE a SET set = 1| a!",
        "DELETE FROM a| a!",
        "DELETE FROM ONLY a x USING b JOIN c ON true WHERE x.d IN (SELECT 1 FROM e)| a x!, b, c, e",
        "DELETE FROM a WHERE CURRENT OF c| a!",
        "EXPLAIN (FORMAT JSON) UPDATE a SET b = 1 FROM c| a!, c",
        "CREATE TABLE a AS SELECT 1 FROM b| b",
      })
  void write_namesItsTarget(String sql, String expected) throws Exception {
    assertThat(tables(sql)).isEqualTo(expected);
  }

  @Test
  void otherItems_areNotedByName() throws Exception {
    assertThat(
            parse(
                    "WITH c AS (SELECT 1) SELECT 1 FROM c, c d, (SELECT 1) e, s.f(1), g(2) h, (TABLE i)")
                .others())
        .extracting(SqlStatement.OtherItem::name)
        .containsExactly("c", "d", "e", "f", "h", "");
  }

  @Test
  void definitions_areNamesThatNothingIsReadBy() throws Exception {
    String sql =
        "WITH c(d) AS (SELECT e) UPDATE t u SET f = g FROM (VALUES (h)) i(j) JOIN k USING (l) WHERE m";
    Tokens tokens = Tokens.of(sql, Dialect.POSTGRESQL);
    SqlStatement statement = SqlParser.parse(tokens).get(0);

    StringBuilder defined = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isName(i) && statement.isDefinition(i)) {
        defined.append(tokens.text(i));
      }
    }
    assertThat(defined).hasToString("cdtufijkl");
  }
}
