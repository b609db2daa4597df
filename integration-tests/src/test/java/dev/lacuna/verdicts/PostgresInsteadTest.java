package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.PostgresRelease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Lacuna proposes instead works, and makes nobody wait: each step is run, with a reader and a
 * writer beside it, after it was seen to hold no lock that blocks them while it works.
 */
class PostgresInsteadTest {

  private static final boolean ALL = System.getProperty("verdicts.all") != null;

  /** So many statements a rule; the others differ in the words of one of their steps. */
  private static final int TRIED = ALL ? 100 : 1;

  private static final long MOST_MILLIS = 500;
  private static final int TRIES = 3;

  /** What the application has to fill: here, any value will do. */
  private static final Pattern BY_HAND = Pattern.compile("-- Backfill (\\w+) in batches, .*");

  /** A materialized view: nobody can write to it. */
  private static final String VIEW = "sums";

  private static final Judge JUDGE = new Judge(Set.of());

  private int major;
  private int sequences;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> tried = new HashMap<>();

  /** Without {@link #ALL}, the older ones are tried with what is done another way there. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"V13", "V14", "V16"})
  void instead_works_andMakesNobodyWait(PostgresRelease release) throws Exception {
    assumeTrue(release.isHere(), release + " is not here: see postgres-releases in the POM");
    List<PostgresStatement> statements = statements(release);
    assumeTrue(!statements.isEmpty(), release + " is tried with -Dverdicts.all");
    major = release.major();
    try (EmbeddedPostgres server = release.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      PostgresTables.reset(url, major);
      for (PostgresStatement statement : statements) {
        for (Finding finding : findings(url, statement)) {
          if (!finding.sql().isEmpty() && tried.merge(finding.rule(), 1, Integer::sum) <= TRIED) {
            assertGentle(url, statement, finding);
          }
        }
      }
    }
    System.out.printf("%s: %d sequences of %d rules%n", release, sequences, tried.size());
    assertThat(failures).as("%s rules", tried.size()).isEmpty();
  }

  private static List<PostgresStatement> statements(PostgresRelease release) {
    return PostgresStatements.all().stream()
        .filter(statement -> statement.since() <= release.major())
        .filter(statement -> ALL || release == PostgresRelease.V18 || isDoneOtherwise(statement))
        .filter(statement -> ALL || release != PostgresRelease.V15)
        .toList();
  }

  /** A foreign key of a partitioned table. */
  private static boolean isDoneOtherwise(PostgresStatement statement) {
    return statement.table().equals("events") && statement.sql().contains("FOREIGN KEY");
  }

  private static List<Finding> findings(String url, PostgresStatement statement)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      Ddl ddl = DdlScript.read(statement.sql(), Dialect.POSTGRESQL).get(0);
      Verdict verdict =
          JUDGE.judge(ddl, FactsLoader.of(Engine.POSTGRESQL, connection).load(ddl), new Context());
      return verdict.findings();
    }
  }

  /** What else runs on this machine makes waits longer, never shorter: the shortest counts. */
  private void assertGentle(String url, PostgresStatement statement, Finding finding)
      throws Exception {
    String name = finding.rule() + " for " + statement.sql();
    long waited = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && waited > MOST_MILLIS; i++) {
      waited = Math.min(waited, run(url, statement, finding, name));
      PostgresTables.reset(url, major);
    }
    sequences++;
    if (waited > MOST_MILLIS) {
      failures.add(name + ": somebody waited " + waited + " ms");
    }
  }

  /** Returns how long somebody waited. */
  private long run(String url, PostgresStatement statement, Finding finding, String name)
      throws Exception {
    Bystanders bystanders = new Bystanders(url, statement.table(), !statement.table().equals(VIEW));
    try (Connection connection = DriverManager.getConnection(url);
        bystanders) {
      boolean transaction = false;
      for (String step : finding.sql()) {
        transaction |= step.equals("BEGIN");
        if (!transaction && !step.contains("COMMIT")) {
          measure(url, statement.table(), step, name);
        }
        if (transaction || !step.contains("CONCURRENTLY") || step.startsWith("REFRESH")) {
          execute(connection, filled(step, statement.table()));
        }
        transaction &= !step.equals("COMMIT");
      }
    } catch (SQLException e) {
      failures.add(name + ": " + e.getMessage());
    }
    return bystanders.waitedMillis();
  }

  /**
   * From a session of its own, whose counts of rows begin at none. What runs concurrently stays.
   */
  private void measure(String url, String table, String step, String name) throws Exception {
    if (isComment(step)) {
      return;
    }
    PostgresMeasurement measurement = new PostgresMeasurement(url);
    try (Connection connection = DriverManager.getConnection(url)) {
      boolean alone = step.contains("CONCURRENTLY") && !step.startsWith("REFRESH");
      Measured seen =
          alone
              ? measurement.alone(connection, step, table)
              : measurement.inTransaction(connection, step, table);
      boolean writesWait = seen.writesWait() && !table.equals(VIEW);
      boolean longWork = alone || seen.scans() || seen.rewrites();
      if (longWork && (seen.readsWait() || writesWait)) {
        failures.add(name + ": " + step + ": makes others wait");
      }
    }
  }

  private static String filled(String step, String table) {
    Matcher comment = BY_HAND.matcher(step);
    return comment.matches() ? "UPDATE " + table + " SET " + comment.group(1) + " = '1'" : step;
  }

  private static boolean isComment(String step) {
    return step.lines().allMatch(line -> line.startsWith("--"));
  }

  private static void execute(Connection connection, String step) throws SQLException {
    if (isComment(step)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(step);
      while (step.contains("repeat until") && statement.getUpdateCount() > 0) {
        statement.execute(step);
      }
    }
  }
}
