package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.VerdictJson;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.ddl.rules.Severity;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of replicas, with and without one, and what one does. */
class ReplicasTest {

  private static final String LONG = "ALTER TABLE orders MODIFY quantity bigint";

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_replica_isSeen_andLagsForAsLongAsTheStatementTook() throws SQLException {
    assertTold(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_replica_isSeen_andLagsForAsLongAsTheStatementTook() throws SQLException {
    assertTold(Engine.MARIADB);
  }

  private static void assertTold(Engine engine) throws SQLException {
    try (ReplicaPair pair = new ReplicaPair(engine);
        Connection connection = pair.source("root");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER teller IDENTIFIED BY 'teller'");
      statement.execute("GRANT ALL ON shop.* TO teller");
      pair.attach();
      statement.execute(
          "CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, quantity int, note char(200))");
      fill(statement);

      assertThat(judged(engine, connection, "ALTER TABLE orders ADD COLUMN n int")).isEmpty();
      assertThat(judged(engine, connection, LONG))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.CAUTION);
                assertThat(finding.why()).startsWith("a replica is attached; it runs it again");
              });
      try (Connection ordinary = pair.source("teller")) {
        assertThat(judged(engine, ordinary, LONG))
            .extracting(Finding::why)
            .singleElement()
            .asString()
            .startsWith("whether replicas are attached, only users with the PROCESS privilege see");
      }
      assertLagsAsLong(engine, pair, statement);
    }
  }

  private static List<Finding> judged(Engine engine, Connection connection, String sql)
      throws SQLException {
    Ddl ddl = DdlScript.read(sql, engine.dialect()).get(0);
    Verdict verdict =
        new Judge(Set.of()).judge(ddl, FactsLoader.of(engine, connection).load(ddl), new Context());
    assertThat(VerdictJson.of(verdict)).contains("\"replicas\":");
    return verdict.findings().stream()
        .filter(finding -> finding.rule().equals("replicas-run-again"))
        .toList();
  }

  private static void fill(Statement statement) throws SQLException {
    statement.execute("INSERT INTO orders (quantity) VALUES (1), (2), (3), (4)");
    for (int i = 0; i < 15; i++) {
      statement.execute("INSERT INTO orders (quantity, note) SELECT quantity, 'x' FROM orders");
    }
  }

  /** Half of it is enough: the replica has nothing else to do, and the source has. */
  private static void assertLagsAsLong(Engine engine, ReplicaPair pair, Statement source)
      throws SQLException {
    try (Connection connection = pair.replica();
        Statement replica = connection.createStatement()) {
      ReplicaPair.awaitRow(replica, "SELECT 1 FROM orders HAVING COUNT(*) = 131072");
      long begun = System.nanoTime();
      source.execute(LONG);
      long done = System.nanoTime();
      source.execute("INSERT INTO orders (quantity, note) VALUES (9, 'fresh')");
      ReplicaPair.awaitRow(
          replica, "SELECT 1 FROM orders WHERE id = (SELECT MAX(id) FROM orders) AND quantity = 9");
      long lag = System.nanoTime() - done;
      System.out.printf(
          Locale.ROOT,
          "%s: the statement takes %.1f s, the replica lags %.1f s%n",
          engine,
          (done - begun) / 1e9,
          lag / 1e9);

      assertThat(lag).isGreaterThan((done - begun) / 2);
    }
  }
}
