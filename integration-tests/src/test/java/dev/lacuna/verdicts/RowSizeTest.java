package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a row gets too large, or a table has too many columns, is said to the byte. */
class RowSizeTest {

  private static final String MIXED =
      "id bigint NOT NULL PRIMARY KEY, t text, j json, bt tinyblob, mb mediumtext, bl longblob,"
          + " d decimal(10,2), ts timestamp NULL, ch char(3) CHARACTER SET utf8mb4,"
          + " en enum('a','b'), bi bit(9), da date, ti time(3), dt datetime(6), y year,"
          + " se set('a','b','c'), f float, g int GENERATED ALWAYS AS (1 + 1) VIRTUAL,"
          + " gs int GENERATED ALWAYS AS (2 + 1) STORED";

  private final List<String> differences = new ArrayList<>();

  @AfterEach
  void agree() {
    assertThat(differences).isEmpty();
  }

  /** What one kind of statement comes to on a server. */
  private enum Answer {
    INSTANT,
    REBUILD,
    REFUSED
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_rowSize_isCountedAsTheServerDoes() throws SQLException {
    try (Connection connection = TestServer.shared(Engine.MYSQL).database("sizes").plain()) {
      compareDefinitions(Engine.MYSQL, connection);
      String wide = "id bigint NOT NULL PRIMARY KEY" + columns(30, "char(255) NOT NULL");
      compare(Engine.MYSQL, connection, wide, RowSizeTest::chars, 300, 500);
      compare(Engine.MYSQL, connection, wide, n -> chars(n) + " NOT NULL", 300, 500);
      for (String type :
          List.of(
              "varchar(40)",
              "varchar(41)",
              "varchar(300)",
              "text",
              "varbinary(30)",
              "char(5) CHARACTER SET utf8mb4")) {
        String hundred = "id bigint NOT NULL PRIMARY KEY" + columns(100, type);
        compare(Engine.MYSQL, connection, hundred, n -> many(n, type), 80, 300);
      }
      String texts = "id bigint NOT NULL PRIMARY KEY" + columns(70, "varchar(100)");
      compare(Engine.MYSQL, connection, texts, n -> many(n, "varchar(100)"), 1, 140);
    }
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_definition_isCountedAsTheServerDoes() throws SQLException {
    try (Connection connection = TestServer.shared(Engine.MARIADB).database("sizes").plain()) {
      compareDefinitions(Engine.MARIADB, connection);
    }
  }

  private void compareDefinitions(Engine engine, Connection connection) throws SQLException {
    for (String table : List.of("id bigint NOT NULL PRIMARY KEY", MIXED)) {
      compare(engine, connection, table, n -> "ADD v varchar(" + n + ")", 65_300, 65_530);
      compare(engine, connection, table, n -> "ADD v varchar(" + n + ") NOT NULL", 65_300, 65_530);
    }
  }

  private static String columns(int count, String type) {
    return IntStream.range(0, count)
        .mapToObj(i -> ", c" + i + " " + type)
        .collect(Collectors.joining());
  }

  private static String many(int count, String type) {
    return IntStream.range(0, count)
        .mapToObj(i -> "ADD v" + i + " " + type)
        .collect(Collectors.joining(", "));
  }

  private static String chars(int bytes) {
    return "ADD v char(255), ADD w char(" + (bytes - 255) + ")";
  }

  /**
   * Looks for the places where the server's answer changes, and asks for the verdict around them.
   */
  private void compare(
      Engine engine,
      Connection connection,
      String table,
      IntFunction<String> actions,
      int low,
      int high)
      throws SQLException {
    IntFunction<String> sql = n -> "ALTER TABLE wide " + actions.apply(n);
    for (Answer least : List.of(Answer.REBUILD, Answer.REFUSED)) {
      int from = low;
      int to = high;
      while (from < to) {
        int middle = (from + to) / 2;
        if (answer(connection, table, sql.apply(middle)).compareTo(least) >= 0) {
          to = middle;
        } else {
          from = middle + 1;
        }
      }
      for (int n : new int[] {from - 1, from, from + 1}) {
        Answer is = answer(connection, table, sql.apply(n));
        Answer said = said(connection, engine, table, sql.apply(n));
        if (is != said) {
          differences.add("%s: said %s, is %s".formatted(brief(sql.apply(n)), said, is));
        }
      }
    }
  }

  private static String brief(String sql) {
    return sql.length() < 90
        ? sql
        : sql.substring(0, 40) + " … " + sql.substring(sql.length() - 40);
  }

  private static void make(Statement statement, String table) throws SQLException {
    statement.execute("DROP TABLE IF EXISTS wide");
    statement.execute("CREATE TABLE wide (" + table + ") CHARACTER SET latin1");
  }

  private static Answer answer(Connection connection, String table, String sql)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      make(statement, table);
      if (isAccepted(statement, sql + ", ALGORITHM=INSTANT")) {
        return Answer.INSTANT;
      }
      return isAccepted(statement, sql) ? Answer.REBUILD : Answer.REFUSED;
    }
  }

  private static boolean isAccepted(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      assertThat(e.getErrorCode()).as("%s: %s", sql, e.getMessage()).isIn(1118, 4157, 1845, 1846);
      return false;
    }
  }

  private static Answer said(Connection connection, Engine engine, String table, String sql)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      make(statement, table);
    }
    Verdict verdict = judged(connection, engine, sql);
    boolean refused =
        verdict.findings().stream()
            .filter(finding -> finding.rule().equals("row-too-large"))
            .map(Finding::why)
            .anyMatch(why -> why.contains("refuses the statement (1118)"));
    return refused ? Answer.REFUSED : verdict.effect().rewrites() ? Answer.REBUILD : Answer.INSTANT;
  }

  private static Verdict judged(Connection connection, Engine engine, String sql)
      throws SQLException {
    Ddl ddl = DdlScript.read(sql, engine.dialect()).get(0);
    return new Judge(Set.of())
        .judge(ddl, FactsLoader.of(engine, connection).load(ddl), new Context());
  }

  /** The statement passes on MariaDB; a row that fills its columns does not. */
  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_rowsThatFillTheirColumns_areRefused() throws SQLException {
    try (Connection connection = TestServer.shared(Engine.MARIADB).database("sizes").plain();
        Statement statement = connection.createStatement()) {
      make(statement, "id bigint NOT NULL PRIMARY KEY" + columns(100, "varchar(40)"));
      String sql = "ALTER TABLE wide " + many(120, "varchar(40)");

      assertThat(judged(connection, Engine.MARIADB, sql).findings())
          .filteredOn(finding -> finding.rule().equals("row-too-large"))
          .singleElement()
          .extracting(Finding::why)
          .asString()
          .contains("If not, rows that fill their columns are refused (1118)");
      statement.execute(sql);
      String names =
          IntStream.range(0, 120).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
      String values =
          IntStream.range(0, 120).mapToObj(i -> "REPEAT('x', 40)").collect(Collectors.joining(","));
      String others =
          IntStream.range(0, 100).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
      String more =
          IntStream.range(0, 100).mapToObj(i -> "REPEAT('x', 40)").collect(Collectors.joining(","));
      assertThat(
              isAccepted(
                  statement,
                  "INSERT INTO wide (id, %s, %s) VALUES (1, %s, %s)"
                      .formatted(names, others, values, more)))
          .isFalse();
      assertThat(isAccepted(statement, "ALTER TABLE wide ADD z int, ALGORITHM=COPY")).isFalse();
    }
  }

  @Test
  void postgresql_droppedColumns_count() throws SQLException {
    TestDatabase database = TestServer.shared().database("sizes");
    String many =
        IntStream.range(0, 1598).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", "));
    database.run("CREATE TABLE wide (" + many + "); ALTER TABLE wide DROP COLUMN c7");
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      String sql = "ALTER TABLE wide ADD COLUMN n%d int";
      for (int i = 0; i < 2; i++) {
        assertThat(columnsLeft(connection, sql.formatted(i)))
            .isEqualTo(
                "%,d column numbers are used up, 1 of them by columns that were dropped; %d of 1,600"
                        .formatted(1598 + i, 1 - i)
                    + " are left after this statement.");
        statement.execute(sql.formatted(i));
      }
      assertThat(columnsLeft(connection, sql.formatted(2)))
          .endsWith("there are 1,600 at most: the server refuses the statement.");
      assertThatThrownBy(() -> statement.execute(sql.formatted(2)))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("54011"));
    }
  }

  private static String columnsLeft(Connection connection, String sql) throws SQLException {
    return judged(connection, Engine.POSTGRESQL, sql).findings().stream()
        .filter(finding -> finding.rule().equals("too-many-columns"))
        .map(Finding::why)
        .collect(Collectors.joining());
  }
}
