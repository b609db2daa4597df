package dev.lacuna.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Dialect;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements of MySQL and MariaDB that change rows. */
class MySqlWritesTest {

  private Tokens tokens = Tokens.of("", Dialect.MYSQL);

  private SqlStatement parse(String sql) throws UnsupportedSqlException {
    tokens = Tokens.of(sql, Dialect.MYSQL);
    return SqlParser.parse(tokens).get(0);
  }

  private Block top(String sql) throws UnsupportedSqlException {
    SqlStatement statement = parse(sql);
    assertThat(statement.kind()).isEqualTo(SqlStatement.Kind.WRITE);
    return statement.blocks().get(statement.body());
  }

  private String text(@Nullable Range range) {
    return range == null ? "none" : tokens.text(range);
  }

  private List<String> texts(List<Assignment> assignments) {
    return assignments.stream()
        .map(
            a ->
                (a.qualifier() < 0 ? "" : tokens.text(a.qualifier()) + ".")
                    + tokens.text(a.targets().get(0))
                    + "|"
                    + text(a.value()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO t (a, b) VALUES (1, 2)| (a, b)| 1, 2",
        "INSERT t VALUES (1)| none| 1",
        "INSERT INTO t VALUE (1), (2)| none| 1; 2",
        "INSERT LOW_PRIORITY IGNORE INTO s.t (a) VALUES (?)| (a)| ?",
        "INSERT HIGH_PRIORITY t (a) VALUES (DEFAULT)| (a)| DEFAULT",
        "REPLACE DELAYED INTO t (a) VALUES (1)| (a)| 1",
        "REPLACE t (a) VALUES (1)| (a)| 1",
        "INSERT INTO t () VALUES ()| ()| ''",
        "INSERT INTO t VALUES (), ()| none| '; '",
        "INSERT INTO t PARTITION (p0, p1) (a) VALUES (1)| (a)| 1",
        "INSERT INTO t VALUES ROW(1, 2), ROW(3, 4)| none| 1, 2; 3, 4",
        "INSERT INTO t (`values`, `set`) VALUES (f(1, 2), (3))| (`values`, `set`)| f(1, 2), (3)",
        "INSERT INTO t (a) VALUES (1) RETURNING a, *| (a)| 1",
        "INSERT INTO t(a)VALUES(1)ON DUPLICATE KEY UPDATE a = 2| (a)| 1",
        "INSERT INTO t (a) VALUES (1) AS n ON DUPLICATE KEY UPDATE a = n.a| (a)| 1",
      })
  void insert_hasRows(String sql, String columns, String rows) throws Exception {
    Block.Insert insert = (Block.Insert) top(sql);

    assertThat(text(insert.columnList())).isEqualTo(columns);
    List<String> found =
        ((InsertSource.Values) insert.source())
            .rows().stream()
                .map(row -> String.join(", ", row.stream().map(this::text).toList()))
                .toList();
    assertThat(String.join("; ", found)).isEqualTo(rows);
    assertThat(insert.target().table()).isEqualTo("t");
    assertThat(insert.replace()).isEqualTo(sql.startsWith("REPLACE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO t SELECT 1 FROM u| SELECT 1 FROM u",
        "INSERT INTO t (a) (SELECT 1)| (SELECT 1)",
        "INSERT INTO t ((SELECT 1) UNION (SELECT 2))| ((SELECT 1) UNION (SELECT 2))",
        "REPLACE INTO t (a) TABLE u| TABLE u",
        "INSERT INTO t WITH c AS (SELECT 1) SELECT * FROM c| WITH c AS (SELECT 1) SELECT * FROM c",
        "INSERT INTO t VALUES ROW(1) UNION SELECT 2| VALUES ROW(1) UNION SELECT 2",
        "INSERT INTO t SELECT 1 FROM u JOIN v ON a ON DUPLICATE KEY UPDATE b = 1| SELECT 1 FROM u JOIN v ON a",
        "INSERT INTO t SELECT a AS b FROM u RETURNING c| SELECT a AS b FROM u",
      })
  void insert_hasAQuery(String sql, String query) throws Exception {
    Block.Insert insert = (Block.Insert) top(sql);

    assertThat(insert.source()).isInstanceOf(InsertSource.Query.class);
    assertThat(text(insert.source().range())).isEqualTo(query);
  }

  @Test
  void insert_mayAssign() throws Exception {
    Block.Insert insert =
        (Block.Insert)
            top(
                "INSERT INTO t SET a = 1, t.b = CAST(? AS signed), `c` = (SELECT 2) AS n ON DUPLICATE"
                    + " KEY UPDATE a = 3");

    InsertSource.Assigned assigned = (InsertSource.Assigned) insert.source();
    assertThat(texts(assigned.assignments()))
        .containsExactly("a|1", "t.b|CAST(? AS signed)", "`c`|(SELECT 2)");
    assertThat(text(assigned.range())).startsWith("SET a").endsWith("(SELECT 2)");
    assertThat(text(insert.rowAlias())).isEqualTo("AS n");
    assertThat(Objects.requireNonNull(insert.conflict()).row())
        .isEqualTo(new Conflict.RowAlias("n", List.of()));
    assertThat(insert.columns()).extracting(this::text).containsExactly("a", "b", "`c`");
    assertThat(insert.columnList()).isNull();
  }

  @Test
  void insert_mayUpdateInstead() throws Exception {
    Block.Insert insert =
        (Block.Insert)
            top(
                "INSERT INTO t (a, b) VALUES (1, 2) AS n (x, `y`) ON DUPLICATE KEY UPDATE t.a ="
                    + " VALUES(a) + (VALUES(b)), b = n.x, s.t.c = IF(a, b, c) RETURNING d");

    assertThat(text(insert.rowAlias())).isEqualTo("AS n (x, `y`)");
    Conflict conflict = Objects.requireNonNull(insert.conflict());
    assertThat(conflict.row()).isEqualTo(new Conflict.RowAlias("n", List.of("x", "y")));
    assertThat(conflict.target().isEmpty()).isTrue();
    assertThat(conflict.where()).isNull();
    assertThat(text(conflict.range())).startsWith("ON DUPLICATE").endsWith("IF(a, b, c)");
    assertThat(texts(conflict.assignments()))
        .containsExactly("t.a|VALUES(a) + (VALUES(b))", "b|n.x", "t.c|IF(a, b, c)");
    assertThat(text(Objects.requireNonNull(insert.returning()).range())).isEqualTo("RETURNING d");
    assertThat(parse(tokens.text()).blocks()).hasSize(1);
  }

  @Test
  void valuesOfAnInsert_mayReadItsColumns() throws Exception {
    assertThat(parse("INSERT INTO t (a, b) VALUES (1, (SELECT a))").blocks())
        .extracting(Block::parent)
        .containsExactly(-1, 0);
    assertThat(parse("INSERT INTO t (a) SELECT 1").blocks())
        .extracting(Block::parent)
        .containsExactly(-1, -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "UPDATE t SET a = 1# a|1# none# ''# 6",
        "UPDATE LOW_PRIORITY IGNORE t AS x SET x.a = 1, b = a + 1 WHERE c = ?# x.a|1; b|a + 1# c = ?# ''# 22",
        "UPDATE s.t SET a = 1 ORDER BY b, c DESC LIMIT 5# a|1# none# ORDER BY b, c DESC LIMIT 5# 8",
        "UPDATE t PARTITION (p) USE INDEX (i) SET a = (SELECT b FROM u) WHERE c LIMIT ?# a|(SELECT b FROM u)# c# LIMIT ?# 22",
        "UPDATE t SET a = a = 1 WHERE b ORDER BY c# a|a = 1# b# ORDER BY c# 10",
        "UPDATE t SET `order` = DEFAULT WHERE `limit` = 1# `order`|DEFAULT# `limit` = 1# ''# 10",
        "WITH c AS (SELECT 1) UPDATE t SET a = 1 WHERE b IN (SELECT * FROM c) LIMIT 1# a|1# b IN (SELECT * FROM c)# LIMIT 1# 22",
      })
  void update_hasItsParts(String sql, String assignments, String where, String tail, int tailFrom)
      throws Exception {
    Block.Update update = (Block.Update) top(sql);

    assertThat(String.join("; ", texts(update.assignments()))).isEqualTo(assignments);
    assertThat(text(update.where())).isEqualTo(where);
    assertThat(text(update.tail())).isEqualTo(tail);
    assertThat(update.tail().from()).isEqualTo(tailFrom);
    assertThat(update.target().role()).isEqualTo(TableReference.Role.TARGET);
    assertThat(parse(sql).tables()).contains(update.target());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM t| none| ''| ''",
        "DELETE LOW_PRIORITY QUICK IGNORE FROM t WHERE a = 1| a = 1| ''| ''",
        "DELETE FROM t WHERE a ORDER BY b DESC LIMIT 2| a| ORDER BY b DESC LIMIT 2| ''",
        "DELETE FROM t ORDER BY b| none| ORDER BY b| ''",
        "DELETE FROM t LIMIT ?| none| LIMIT ?| ''",
        "DELETE FROM t LIMIT 1 RETURNING a| none| LIMIT 1| RETURNING a",
        "DELETE FROM t WHERE a RETURNING *| a| ''| RETURNING *",
        "DELETE FROM t AS x PARTITION (p) WHERE x.a| x.a| ''| ''",
        "DELETE FROM t PARTITION (p0, p1) WHERE a| a| ''| ''",
        "WITH c AS (SELECT 1) DELETE FROM t WHERE a IN (SELECT * FROM c) LIMIT 1| a IN (SELECT * FROM c)| LIMIT 1| ''",
      })
  void delete_hasItsParts(String sql, String where, String tail, String returning)
      throws Exception {
    Block.Delete delete = (Block.Delete) top(sql);

    assertThat(text(delete.where())).isEqualTo(where);
    assertThat(text(delete.tail())).isEqualTo(tail);
    assertThat(delete.returning() == null ? "" : text(delete.returning().range()))
        .isEqualTo(returning);
    assertThat(delete.target().table()).isEqualTo("t");
    assertThat(delete.target().role()).isEqualTo(TableReference.Role.TARGET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO| the name of a table was expected where the end stands",
        "INSERT INTO t| VALUES or a query was expected where the end stands",
        "INSERT INTO t (t.a) VALUES (1)| a comma was expected where \".\" stands",
        "INSERT INTO t VALUES (1) AS| the row's name was expected where the end stands",
        "INSERT INTO t VALUES (1) AS n m| ON DUPLICATE KEY UPDATE was expected where \"m\" stands",
        "INSERT INTO t VALUES (1) ON DUPLICATE KEY SET a = 1| UPDATE was expected where \"SET\" stands",
        "UPDATE t| SET was expected where the end stands",
        "UPDATE SET a = 1| the name of a table was expected where \"SET\" stands",
        "UPDATE t SET a| an assignment was expected where the end stands",
        "UPDATE t SET 1 = a| a column was expected where \"1\" stands",
        "UPDATE t SET t. = a| a column was expected where \"=\" stands",
        "WITH c AS (SELECT 1) DELETE FROM c| a CTE has the name of the table that is changed",
        "WITH c AS (SELECT 1) REPLACE INTO c VALUES (1)| a CTE has the name of the table that is changed",
      },
      quoteCharacter = '\0')
  void unsupportedWrite_isRefusedWithTheReason(String sql, String reason) {
    assertThatThrownBy(() -> parse(sql))
        .isInstanceOf(UnsupportedSqlException.class)
        .hasMessage(reason);
  }
}
