package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements a text has, and what kind each is. */
class SqlParserTest {

  private static List<SqlStatement> parse(String sql) throws UnsupportedSqlException {
    return SqlParser.parse(Tokens.of(sql, Dialect.POSTGRESQL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "(SELECT 1)",
        "((SELECT 1) UNION (SELECT 2)) LIMIT 1",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "VALUES (1), (2)",
        "TABLE users",
        "select distinct on (a) a from b",
      })
  void query_isOne(String sql) throws Exception {
    assertThat(parse(sql)).extracting(SqlStatement::kind).containsExactly(SqlStatement.Kind.QUERY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO a VALUES (1)",
        "UPDATE a SET b = 1",
        "DELETE FROM a",
        "MERGE INTO a USING b ON c = d WHEN MATCHED THEN DELETE",
        "WITH a AS (SELECT 1) MERGE INTO b USING a ON true WHEN NOT MATCHED THEN INSERT DEFAULT"
            + " VALUES",
        "WITH d AS (DELETE FROM a RETURNING *) SELECT * FROM d",
        "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a",
      })
  void write_isOne(String sql) throws Exception {
    assertThat(parse(sql)).extracting(SqlStatement::kind).containsExactly(SqlStatement.Kind.WRITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN SELECT 1",
        "EXPLAIN (ANALYZE, BUFFERS) DELETE FROM a",
        "EXPLAIN ANALYZE VERBOSE SELECT 1",
        "PREPARE p (int, text) AS SELECT $1",
        "COPY a (b, c) TO STDOUT",
        "COPY a FROM STDIN",
        "COPY (DELETE FROM a RETURNING *) TO '/b' (FORMAT csv)",
        "DECLARE c NO SCROLL CURSOR WITHOUT HOLD FOR SELECT 1",
        "CREATE TABLE a AS SELECT 1",
        "CREATE TEMP TABLE IF NOT EXISTS a (b, c) WITH (fillfactor = 70) AS TABLE d WITH NO DATA",
        "CREATE UNLOGGED TABLE a AS VALUES (1)",
      })
  void wrappedStatement_isOne(String sql) throws Exception {
    assertThat(parse(sql))
        .extracting(SqlStatement::kind)
        .containsExactly(SqlStatement.Kind.WRAPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a (b int)",
        "CREATE TABLE a PARTITION OF b FOR VALUES FROM (1) TO (2)",
        "CREATE TABLE a PARTITION OF b DEFAULT",
        "CREATE TABLE a (LIKE b INCLUDING ALL)",
        "CREATE VIEW a AS SELECT 1",
        "CREATE INDEX ON a (b)",
        "ALTER TABLE a ADD b int",
        "DROP TABLE a",
        "TRUNCATE a",
        "CREATE OR REPLACE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql; SELECT 2",
        "CREATE PROCEDURE p() BEGIN ATOMIC DELETE FROM a; DELETE FROM b; END",
        "CREATE RULE r AS ON INSERT TO a DO ALSO (DELETE FROM b; DELETE FROM c)",
      })
  void schemaChange_isOne(String sql) throws Exception {
    assertThat(parse(sql))
        .extracting(SqlStatement::kind)
        .containsExactly(SqlStatement.Kind.SCHEMA_CHANGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "COMMIT",
        "SET a = b",
        "SHOW a",
        "EXECUTE p (1)",
        "EXPLAIN EXECUTE p",
        "PREPARE TRANSACTION 'x'",
        "FETCH ALL FROM c",
        "LOCK TABLE a",
        "{call f(?)}",
        "{? = call f(?)}",
        "CALL p()",
        "LISTEN a",
        "nonsense",
        "1",
        "'x'"
      })
  void anythingElse_isUtility(String sql) throws Exception {
    assertThat(parse(sql))
        .extracting(SqlStatement::kind)
        .containsExactly(SqlStatement.Kind.UTILITY);
  }

  @Test
  void severalStatements_areSplitAtSemicolons() throws Exception {
    String sql = ";SELECT ';' ; ; BEGIN; DELETE FROM a /* ; */ WHERE b = $$;$$;";
    Tokens tokens = Tokens.of(sql, Dialect.POSTGRESQL);

    assertThat(SqlParser.parse(tokens))
        .extracting(statement -> tokens.text(statement.range()))
        .containsExactly("SELECT ';'", "BEGIN", "DELETE FROM a /* ; */ WHERE b = $$;$$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT (| a string, comment or parenthesis does not end",
        "SELECT 'x| a string, comment or parenthesis does not end",
        "WITH a AS (SELECT 1) MERGE INTO b USING a WHEN MATCHED THEN DELETE| ON was expected where"
            + " \"WHEN\" stands",
        "MERGE INTO a USING b ON c WHEN MATCHED DELETE| THEN was expected where the end stands",
        "MERGE INTO a USING b ON c WHEN MATCHED THEN SELECT 1| an action was expected where"
            + " \"SELECT\" stands",
        "MERGE INTO a USING b ON c WHEN NOT MATCHED THEN INSERT VALUES (1), (2)| one row of values"
            + " was expected where \"(\" stands",
        "INSERT a VALUES (1)| INTO was expected where \"a\" stands",
        "INSERT INTO a| VALUES or a query was expected where the end stands",
        "INSERT INTO (a) VALUES (1)| the name of a table was expected where \"(\" stands",
        "INSERT INTO a (b + 1, 1) VALUES (1, 2)| a column was expected where \"1\" stands",
        "DELETE a| FROM was expected where \"a\" stands",
        "UPDATE a SET 1 = 2| a column was expected where \"1\" stands",
        "UPDATE a SET b| an assignment was expected where the end stands",
        "SELECT 1 FROM a b c| a join or the end of FROM was expected where \"c\" stands",
        "SELECT 1 FROM 'a'| the name of a table was expected where \"'a'\" stands",
        "SELECT 1 FROM ONLY (a)| ONLY with parentheses is not supported",
        "WITH a SELECT 1| AS was expected where \"SELECT\" stands",
        "WITH 1 AS (SELECT 1) SELECT 1| a name was expected where \"1\" stands",
        "WITH a AS SELECT 1| the query of a CTE was expected where \"SELECT\" stands",
        "WITH a AS (SELECT 1) UPDATE a SET b = 1| a CTE has the name of the table that is changed",
        "DELETE FROM a RETURNING WITH (OLD AS o) o.b| RETURNING WITH (…) is not supported",
        "SELECT 1 UNION 2| SELECT was expected where \"2\" stands",
      },
      quoteCharacter = '\0')
  void unsupportedText_isRefusedWithTheReason(String sql, String reason) {
    assertThatThrownBy(() -> parse(sql))
        .isInstanceOf(UnsupportedSqlException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT (SELECT ", "SELECT 1 FROM (", "("})
  void nestingWithoutEnd_isRefused(String open) {
    int depth = 5_000;
    String sql = open.repeat(depth) + " SELECT 1 " + ")".repeat(depth);

    assertThatThrownBy(() -> parse(sql))
        .isInstanceOf(UnsupportedSqlException.class)
        .hasMessage("it is nested deeper than 200 levels");
  }
}
