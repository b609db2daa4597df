package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Dialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of MySQL and MariaDB, and the tables in them. */
class MySqlQueriesTest {

  private Tokens tokens = Tokens.of("", Dialect.MYSQL);

  private SqlStatement parse(String sql) throws UnsupportedSqlException {
    return parse(sql, Dialect.MYSQL);
  }

  private SqlStatement parse(String sql, Dialect dialect) throws UnsupportedSqlException {
    tokens = Tokens.of(sql, dialect);
    return SqlParser.parse(tokens).get(0);
  }

  private Block.Select select(String sql) throws UnsupportedSqlException {
    return select(sql, Dialect.MYSQL);
  }

  private Block.Select select(String sql, Dialect dialect) throws UnsupportedSqlException {
    return (Block.Select) parse(sql, dialect).blocks().get(0);
  }

  private String text(@Nullable Range range) {
    return range == null ? "none" : tokens.text(range);
  }

  private String tables(String sql) throws UnsupportedSqlException {
    return parse(sql).tables().stream()
        .map(
            table ->
                String.join(".", table.path())
                    + (table.alias() < 0 ? "" : " " + table.exposedName(tokens))
                    + (table.sample() == null ? "" : " " + text(table.sample())))
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FROM DUAL| ''",
        "SELECT 1 FROM `dual`| dual",
        "SELECT 1 FROM t PARTITION (p0, p1) AS x USE INDEX (i), u| t x USE INDEX (i); u",
        "SELECT 1 FROM t x FORCE KEY FOR ORDER BY (i, j) IGNORE INDEX FOR GROUP BY (k) WHERE a| t x FORCE KEY FOR ORDER BY (i, j) IGNORE INDEX FOR GROUP BY (k)",
        "SELECT 1 FROM t USE INDEX () JOIN u IGNORE INDEX FOR JOIN (i) ON a| t USE INDEX (); u IGNORE INDEX FOR JOIN (i)",
        "SELECT 1 FROM t STRAIGHT_JOIN u ON t.a = u.a| t; u",
        "SELECT 1 FROM t full JOIN u USING (a)| t full; u",
        "SELECT 1 FROM t offset, u| t offset; u",
        "SELECT 1 FROM t LEFT JOIN (u CROSS JOIN v) ON t.a = u.a AND t.b = v.b| t; u; v",
        "SELECT 1 FROM t LEFT JOIN (u, v) ON t.a = u.a| t; u; v",
        "SELECT 1 FROM {OJ t LEFT OUTER JOIN u ON t.a = u.a}| t; u",
        "SELECT 1 FROM t, JSON_TABLE(t.j, '$[*]' COLUMNS (u int PATH '$.x', NESTED PATH '$.y' COLUMNS (v int PATH '$'))) AS jt, w| t; w",
        "SELECT 1 FROM t, LATERAL (SELECT 1 FROM u WHERE u.a = t.a) AS d (x)| t; u",
        "SELECT 1 FROM (VALUES ROW(1, (SELECT 1 FROM t)), ROW(2, 3)) AS d| t",
        "SELECT 1 FROM t WHERE a IN (TABLE u)| t; u",
        "SELECT 1 FROM Shop.Users AS U, `Order Items`| Shop.Users u; Order Items",
        "SELECT 1 FROM t WINDOW w AS (PARTITION BY a ORDER BY b)| t",
        "SELECT 1 FROM t LIMIT 1, 2| t",
        "SELECT 1 FROM t OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY| t",
        "SELECT 1 FROM t PROCEDURE analyse(1, 2)| t",
        "SELECT 1 INTO @x FROM t| t",
        "SELECT a, b INTO OUTFILE '/x' FIELDS TERMINATED BY ',' FROM t WHERE c| t",
        "SELECT a FROM t INTO @x| t",
        "SELECT a FROM t LOCK IN SHARE MODE| t",
        "SELECT @a := @a + 1, t.b FROM t, (SELECT @a := 0) v| t",
        "(SELECT 1 FROM t ORDER BY a LIMIT 1) UNION ALL (SELECT 2 FROM u) ORDER BY 1| t; u",
        "VALUES ROW(1, (SELECT 1 FROM t)) ORDER BY column_0 LIMIT 1| t",
        "TABLE t ORDER BY a LIMIT 1 INTO @x| t",
        "SELECT 1 FROM t INNER JOIN u| t; u",
        "SELECT 1 FROM t NATURAL LEFT JOIN u| t; u",
      },
      quoteCharacter = '\0')
  void tables_areFound(String sql, String expected) throws Exception {
    assertThat(tables(sql)).isEqualTo(expected.equals("''") ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ALL a, b FROM t",
        "SELECT DISTINCT SQL_NO_CACHE a, b FROM t",
        "SELECT DISTINCTROW HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BIG_RESULT"
            + " SQL_BUFFER_RESULT SQL_CALC_FOUND_ROWS a, b FROM t",
        "SELECT a, b INTO @x, @y FROM t",
        "SELECT a, b LIMIT 1",
        "SELECT a, b FOR UPDATE",
        "SELECT a, b LOCK IN SHARE MODE",
      })
  void list_isBetweenTheModifiersAndTheNextClause(String sql) throws Exception {
    assertThat(select(sql).items())
        .extracting(item -> text(item.range()))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offset",
        "window",
        "sql_text",
        "t.lock",
        "lock",
        "a.for",
        "LEFT(a, 2)",
        "a collate utf8_bin",
        "INTERVAL 1 DAY + b",
        "a DIV 2",
        "a || b",
        "BINARY a",
        "_utf8mb4'x' collate utf8mb4_bin",
        "N'x'",
        "X'41'",
        "b'1'",
        "'a' 'b'",
        "@a",
        "@@session.sql_mode",
        "@a := 1",
        "0x41",
        "1e5",
        ".5",
        "MATCH (a, b) AGAINST ('+x -y' IN BOOLEAN MODE)",
        "MATCH (a) AGAINST ('x' WITH QUERY EXPANSION)",
        "GROUP_CONCAT(DISTINCT a ORDER BY b DESC SEPARATOR ',')",
        "ROW_NUMBER() OVER (PARTITION BY a ORDER BY b ROWS UNBOUNDED PRECEDING)",
        "CONVERT(a USING utf8mb4)",
        "CAST(a AS CHAR(3) CHARACTER SET utf8mb4)",
        "SUBSTRING(a FROM 2 FOR 3)",
        "a->>'$.b'",
        "a <=> b",
        "NOT a RLIKE 'x'",
        "(a, b) = (1, 2)",
        "IF(a, b, c)",
        "CASE a WHEN 1 THEN 'x' END",
        "DATE_ADD(a, INTERVAL b MONTH)",
        "1st",
        "t.1st",
        "JSON_VALUE(a, '$.b' RETURNING SIGNED)",
        "EXISTS (SELECT 1 FROM u)",
        "1 IN (2, 3)",
        "\"x\"",
      })
  void anyExpression_isOneItem(String expression) throws Exception {
    Block.Select select = select("SELECT " + expression + ", x FROM t WHERE y ORDER BY z");

    assertThat(select.items())
        .extracting(item -> text(item.range()))
        .containsExactly(expression, "x");
    assertThat(text(select.orderBy())).isEqualTo("z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM t GROUP BY a, b WITH ROLLUP ORDER BY a| a, b| true| a",
        "SELECT a FROM t GROUP BY a HAVING b LIMIT 1| a| false| none",
        "SELECT a FROM t GROUP BY a INTO @x| a| false| none",
        "SELECT a FROM t GROUP BY a LOCK IN SHARE MODE| a| false| none",
        "SELECT a FROM t ORDER BY a, b INTO @x| none| false| a, b",
        "SELECT a FROM t ORDER BY offset DESC LIMIT 1 OFFSET 2| none| false| offset DESC",
        "SELECT a FROM t USE INDEX FOR ORDER BY (i) ORDER BY a PROCEDURE analyse()| none| false| a",
      })
  void clauses_endWhereTheNextBegins(String sql, String groupBy, boolean rollup, String orderBy)
      throws Exception {
    Block.Select select = select(sql);

    assertThat(text(select.groupBy())).isEqualTo(groupBy);
    assertThat(select.rollup()).isEqualTo(rollup);
    assertThat(text(select.orderBy())).isEqualTo(orderBy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MYSQL| SELECT a FROM t| ''",
        "MYSQL| SELECT a FROM t FOR UPDATE| FOR UPDATE/FOR UPDATE/[]/",
        "MYSQL| SELECT a FROM t LIMIT 1 FOR SHARE OF t, s.u SKIP LOCKED| FOR SHARE OF t, s.u SKIP LOCKED/FOR SHARE/[t, u]/SKIP LOCKED",
        "MYSQL| SELECT a FROM t, u FOR SHARE OF t FOR UPDATE OF u NOWAIT| FOR SHARE OF t/FOR SHARE/[t]/; FOR UPDATE OF u NOWAIT/FOR UPDATE/[u]/NOWAIT",
        "MYSQL| SELECT a FROM t LOCK IN SHARE MODE| LOCK IN SHARE MODE/LOCK IN SHARE MODE/[]/",
        "MYSQL| SELECT a FROM t LOCK IN SHARE MODE SKIP LOCKED| LOCK IN SHARE MODE SKIP LOCKED/LOCK IN SHARE MODE/[]/SKIP LOCKED",
        "MYSQL| SELECT a FROM t FOR UPDATE WAIT 5| FOR UPDATE WAIT 5/FOR UPDATE/[]/WAIT 5",
        "MYSQL| SELECT a FROM t FOR UPDATE INTO @x| FOR UPDATE/FOR UPDATE/[]/",
        "MYSQL| TABLE t FOR UPDATE| FOR UPDATE/FOR UPDATE/[]/",
        "POSTGRESQL| SELECT a FROM t FOR NO KEY UPDATE OF t LIMIT 1| FOR NO KEY UPDATE OF t/FOR NO KEY UPDATE/[t]/",
        "POSTGRESQL| SELECT a FROM t FOR KEY SHARE NOWAIT| FOR KEY SHARE NOWAIT/FOR KEY SHARE/[]/NOWAIT",
        "POSTGRESQL| TABLE t LIMIT 1 FOR SHARE| FOR SHARE/FOR SHARE/[]/",
      })
  void locks_areFound(Dialect dialect, String sql, String expected) throws Exception {
    Block.Select select = select(sql, dialect);
    String found =
        LockingClause.of(tokens, select.range()).stream()
            .map(
                lock ->
                    text(lock.range())
                        + "/"
                        + text(lock.strength())
                        + "/"
                        + lock.names().stream().map(tokens::text).toList()
                        + "/"
                        + text(lock.waiting()))
            .reduce((a, b) -> a + "; " + b)
            .orElse("");

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void relation_hasThePartitions() throws Exception {
    TableReference table = parse("SELECT 1 FROM s.t PARTITION (p) x USE KEY (k)").tables().get(0);

    assertThat(text(table.name())).isEqualTo("s.t");
    assertThat(text(table.relation())).isEqualTo("s.t PARTITION (p)");
  }

  @Test
  void tableName_keepsItsCase_aliasAndColumnDoNot() throws Exception {
    SqlStatement statement = parse("SELECT U.ID FROM Shop.`Users` U JOIN Users");

    assertThat(statement.tables().get(0).path()).containsExactly("Shop", "Users");
    assertThat(statement.tables().get(0).exposedName(tokens)).isEqualTo("u");
    assertThat(statement.tables().get(1).exposedName(tokens)).isEqualTo("users");
    assertThat(Dialect.MYSQL.foldTable("Users")).isEqualTo("users");
    assertThat(Dialect.POSTGRESQL.foldTable("Users")).isEqualTo("Users");
  }
}
