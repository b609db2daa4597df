package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
    List<String> statements = MysqlStatements.of(engine);
    try (Connection connection = TestServer.shared(engine).database("verdicts").plain()) {
      assertThat(disagreements(engine, connection, statements))
          .as("%s: %d statements", engine, statements.size())
          .isEmpty();
    }
  }

  static List<String> disagreements(Engine engine, Connection connection, List<String> statements)
      throws SQLException {
    List<String> disagreements = new ArrayList<>();
    MysqlMeasurement measurement = new MysqlMeasurement(engine, connection);
    for (String table : MysqlTables.NAMES) {
      MysqlTables.reset(connection, table);
    }
    for (String sql : statements) {
      Ddl ddl = DdlScript.read(sql, engine.dialect()).get(0);
      MysqlTables.reset(connection, String.valueOf(ddl.table()));
      disagreements.addAll(compare(engine, connection, measurement, ddl));
    }
    return disagreements;
  }

  private static List<String> compare(
      Engine engine, Connection connection, MysqlMeasurement measurement, Ddl ddl) {
    String sql = ddl.sql();
    try {
      Verdict verdict =
          JUDGE.judge(ddl, FactsLoader.of(engine, connection).load(ddl), new Context());
      Effect effect = verdict.effect();
      String table = String.valueOf(ddl.table());
      MysqlMeasurement.Accepted accepted = measurement.of(sql, table);
      String said =
          "%s %s, rebuilds %s".formatted(effect.algorithm(), effect.lock(), effect.rewrites());
      String is =
          "%s %s, rebuilds %s"
              .formatted(accepted.algorithm(), accepted.lock(), accepted.rebuilds());
      return said.equals(is) ? List.of() : List.of(sql + ": said " + said + ", is " + is);
    } catch (SQLException e) {
      return List.of(sql + ": " + e.getMessage());
    }
  }
}
