package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Level;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Effects;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.effect.Lock;
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
    figures.assertFewFalseAlarms();
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
    TestDatabase database = TestServer.shared(Engine.MYSQL).database("verdicts");
    database.run("CREATE USER IF NOT EXISTS verdicts@'%' IDENTIFIED BY 'verdicts'");
    database.run("GRANT ALL ON verdicts.* TO verdicts@'%'");
    String url = database.plainUrl();
    String ordinary =
        url.replaceFirst("user=root&password=[^&]*", "user=verdicts&password=verdicts");
    assertThat(ordinary).isNotEqualTo(url);
    try (Connection connection = DriverManager.getConnection(ordinary)) {
      MysqlTables.reset(connection, "searched_once");
      String sql = "ALTER TABLE searched_once ADD COLUMN n int";
      Ddl ddl = DdlScript.read(sql, Engine.MYSQL.dialect()).get(0);

      assertThat(Effects.of(ddl, FactsLoader.of(Engine.MYSQL, connection).load(ddl)).rewrites())
          .isTrue();
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
