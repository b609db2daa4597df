package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What judging adds to a DDL statement, beside what the server takes for it. */
class JudgingCostTest {

  private static final int ROUNDS = 30;
  private static final double MOST_MILLIS = 20;

  @Test
  void postgresql_judging_costsLessThan20Milliseconds() throws SQLException {
    assertCheap(Engine.POSTGRESQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_judging_costsLessThan20Milliseconds() throws SQLException {
    assertCheap(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_judging_costsLessThan20Milliseconds() throws SQLException {
    assertCheap(Engine.MARIADB);
  }

  private static void assertCheap(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("cost");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(40))");
    try (Connection plain = DriverManager.getConnection(database.plainUrl());
        Connection judged = DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", "log"))) {
      millis(plain);
      double first = millis(judged);
      double[] with = new double[ROUNDS];
      double[] without = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        without[i] = millis(plain);
        with[i] = millis(judged);
      }
      System.out.printf(
          Locale.ROOT,
          "%s: a DDL statement takes %.1f ms (median of %d), judged %.1f ms; the first of the JVM"
              + " %.0f ms%n",
          engine,
          median(without),
          ROUNDS,
          median(with),
          first);
      assertThat(least(with) - least(without))
          .as("%s: the first one took %.0f ms", engine, first)
          .isLessThan(MOST_MILLIS * busyness());
    }
  }

  /** Two statements, one after the other: the time of one. */
  private static double millis(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long begin = System.nanoTime();
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      statement.execute("ALTER TABLE orders DROP COLUMN n");
      return (System.nanoTime() - begin) / 2e6;
    }
  }

  /** How many want each processor, at least one: the bound is for a machine that has time. */
  private static double busyness() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return Math.max(1, system.getSystemLoadAverage() / system.getAvailableProcessors());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** What else runs on this machine makes times longer, never shorter. */
  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }
}
