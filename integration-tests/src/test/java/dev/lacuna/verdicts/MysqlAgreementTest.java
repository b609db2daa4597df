package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Level;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Effects;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.ddl.rules.Severity;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Lacuna says of a statement is the lightest way that MySQL or MariaDB accepts for it. */
class MysqlAgreementTest {

  private static final Judge JUDGE = new Judge(Set.of());

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_verdict_isWhatTheServerDoes() throws SQLException {
    assertAgreement(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_verdict_isWhatTheServerDoes() throws SQLException {
    assertAgreement(Engine.MARIADB);
  }

  private static void assertAgreement(Engine engine) throws SQLException {
    Figures figures = new Figures(engine.toString());
    try (Connection connection = TestServer.shared(engine).database("verdicts").plain()) {
      for (String table : MysqlTables.NAMES) {
        MysqlTables.reset(connection, table);
      }
      MysqlMeasurement measurement = new MysqlMeasurement(engine, connection);
      for (String sql : MysqlStatements.of(engine)) {
        Ddl ddl = DdlScript.read(sql, engine.dialect()).get(0);
        MysqlTables.reset(connection, String.valueOf(ddl.table()));
        compare(FactsLoader.of(engine, connection), measurement, ddl, figures);
      }
    }
    figures.assertAgreement();
    Figures.assertFewFalseAlarms(List.of(figures));
  }

  private static void compare(
      FactsLoader facts, MysqlMeasurement measurement, Ddl ddl, Figures figures) {
    try {
      Verdict verdict = JUDGE.judge(ddl, facts.load(ddl), new Context());
      MysqlMeasurement.Accepted accepted = measurement.of(ddl.sql(), String.valueOf(ddl.table()));
      boolean stalls = accepted.lock() != Lock.NONE;
      figures.add(verdict, stalls, accepted.rebuilds(), differences(verdict, accepted));
    } catch (SQLException e) {
      figures.failed(ddl.sql(), e);
    }
  }

  private static List<String> differences(Verdict verdict, MysqlMeasurement.Accepted accepted) {
    Effect effect = verdict.effect();
    String said =
        "%s %s, rebuilds %s, dangerous %s"
            .formatted(
                effect.algorithm(),
                effect.lock(),
                effect.rewrites(),
                verdict.level() == Level.DANGEROUS);
    String is =
        "%s %s, rebuilds %s, dangerous %s"
            .formatted(
                accepted.algorithm(),
                accepted.lock(),
                accepted.rebuilds(),
                accepted.lock() != Lock.NONE);
    return said.equals(is)
        ? List.of()
        : List.of(verdict.ddl().sql() + ": said " + said + ", is " + is);
  }

  /** What the servers make of the pins that a statement brings along. */
  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_refusesWhatIsCalledRefused() throws SQLException {
    assertRefused(Engine.MYSQL, "ADD COLUMN n int, ALGORITHM=INSTANT, LOCK=NONE", 1221);
    assertRefused(Engine.MYSQL, "ADD COLUMN IF NOT EXISTS n int", 1064);
    assertRefused(Engine.MYSQL, "MODIFY quantity bigint, ALGORITHM=INPLACE", 1846);
    assertRefused(Engine.MYSQL, "ADD COLUMN n char(36) DEFAULT (uuid())", 1674);
  }

  /** Looking into InnoDB's own tables takes the PROCESS privilege, which few users have. */
  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_whatFulltextLeaves_isSeenByWhoeverMayUseTheTable() throws SQLException {
    try (Connection connection = ordinaryUser(Engine.MYSQL)) {
      MysqlTables.reset(connection, "searched_once");
      assertThat(addColumn(connection, "searched_once").effect().rewrites()).isTrue();
    }
  }

  /** The sizes of indexes tell, if they are few or small; else the answer is the stricter one. */
  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_whatFulltextLeaves_isTakenToBeThere_unlessItIsRuledOut() throws SQLException {
    try (Connection connection = ordinaryUser(Engine.MARIADB);
        Statement statement = connection.createStatement()) {
      for (String table : List.of("searched_once", "orders", "customers", "items")) {
        MysqlTables.reset(connection, table);
      }
      statement.execute("CREATE TABLE texts (id bigint PRIMARY KEY, a text, b int, KEY (b))");
      statement.execute("INSERT INTO texts SELECT seq, 'a', seq FROM seq_1_to_5000");
      statement.execute("ANALYZE TABLE texts");

      assertThat(addColumn(connection, "searched_once").effect().rewrites()).isTrue();
      assertThat(addColumn(connection, "orders").level()).isEqualTo(Level.SAFE);
      assertThat(addColumn(connection, "customers").level()).isEqualTo(Level.SAFE);
      assertThat(addColumn(connection, "items").level()).isEqualTo(Level.SAFE);
      Verdict unseen = addColumn(connection, "texts");
      assertThat(unseen.level()).isEqualTo(Level.CAUTION);
      assertThat(unseen.findings())
          .filteredOn(finding -> finding.severity() == Severity.CAUTION)
          .hasSize(1);
      statement.execute(unseen.findings().get(0).sql().get(0));
    }
  }

  private static Verdict addColumn(Connection connection, String table) throws SQLException {
    Engine engine =
        connection.getMetaData().getDatabaseProductName().equals("MariaDB")
            ? Engine.MARIADB
            : Engine.MYSQL;
    String sql = "ALTER TABLE " + table + " ADD COLUMN n int";
    Ddl ddl = DdlScript.read(sql, engine.dialect()).get(0);
    return JUDGE.judge(ddl, FactsLoader.of(engine, connection).load(ddl), new Context());
  }

  private static Connection ordinaryUser(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("verdicts");
    database.run("CREATE USER IF NOT EXISTS verdicts@'%' IDENTIFIED BY 'verdicts'");
    database.run("GRANT ALL ON verdicts.* TO verdicts@'%'");
    String url = database.plainUrl();
    String ordinary =
        url.replaceFirst("user=root&password=[^&]*", "user=verdicts&password=verdicts");
    assertThat(ordinary).isNotEqualTo(url);
    return DriverManager.getConnection(ordinary);
  }

  /** Names and defaults change in place; for anything else the table is copied. */
  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_otherEngines_copyTheTable() throws SQLException {
    assertCopied("ADD COLUMN n int", true);
    assertCopied("ADD INDEX (note)", true);
    assertCopied("ALTER note SET DEFAULT 'x'", false);
    assertCopied("RENAME COLUMN note TO remark", false);
  }

  private static void assertCopied(String action, boolean copied) throws SQLException {
    try (Connection connection = TestServer.shared(Engine.MYSQL).database("verdicts").plain();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE archive (id bigint, note varchar(40)) ENGINE=MyISAM");
      Ddl ddl = DdlScript.read("ALTER TABLE archive " + action, Engine.MYSQL.dialect()).get(0);
      Effect effect = Effects.of(ddl, FactsLoader.of(Engine.MYSQL, connection).load(ddl));
      MysqlMeasurement.Accepted accepted =
          new MysqlMeasurement(Engine.MYSQL, connection).of(ddl.sql(), "archive");

      assertThat(accepted.algorithm() == Algorithm.COPY).as(action).isEqualTo(copied);
      assertThat(effect.algorithm()).as(action).isEqualTo(accepted.algorithm());
      assertThat(effect.lock()).as(action).isEqualTo(accepted.lock());
    }
  }

  private static void assertRefused(Engine engine, String action, int error) throws SQLException {
    try (Connection connection = TestServer.shared(engine).database("verdicts").plain();
        Statement statement = connection.createStatement()) {
      MysqlTables.reset(connection, "orders");
      String sql = "ALTER TABLE orders " + action;
      Ddl ddl = DdlScript.read(sql, engine.dialect()).get(0);
      Verdict verdict =
          JUDGE.judge(ddl, FactsLoader.of(engine, connection).load(ddl), new Context());

      assertThat(verdict.level()).as(sql).isNotEqualTo(Level.SAFE);
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).as(sql).isEqualTo(error));
    }
  }
}
