package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lacuna.ddl.Context;
import dev.lacuna.ddl.Judge;
import dev.lacuna.ddl.Level;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.DdlScript;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.FactsLoader;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.PostgresRelease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Lacuna says of a statement is what PostgreSQL does: the lock, who waits, whether the table
 * is written anew or read. Each statement is judged from the live facts, then run and watched.
 */
class PostgresAgreementTest {

  /** Dangerous for another reason than who waits: they fail, or lose the transaction. */
  private static final Set<String> FAIL =
      Set.of("add-column-not-null-without-default", "concurrently-in-transaction");

  /** The partitions and heirs that are locked with their parent. */
  private static final String PARTS = "events_[12]|derived";

  private static final boolean ALL =
      Boolean.parseBoolean(System.getenv("CI")) || System.getProperty("verdicts.all") != null;

  /** Without {@link #ALL}: every statement on the newest, and every third on the oldest. */
  private static final Set<PostgresRelease> ENDS = Set.of(PostgresRelease.V10, PostgresRelease.V18);

  private static final int THIRD = 3;

  private static final List<Figures> TRIED = new CopyOnWriteArrayList<>();

  private static final Judge JUDGE = new Judge(Set.of());

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"V13", "V14", "V16"})
  void verdict_isWhatTheServerDoes(PostgresRelease release) throws Exception {
    assumeTrue(release.isHere(), release + " is not here: see postgres-releases in the POM");
    assumeTrue(
        ALL || ENDS.contains(release),
        release + " is tried in CI, and with -Dverdicts.all: it takes half a minute");
    List<PostgresStatement> statements = statements(release);
    Figures figures = new Figures("PostgreSQL " + release.major());
    try (EmbeddedPostgres server = release.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      boolean fresh = false;
      for (PostgresStatement statement : statements) {
        if (!fresh) {
          PostgresTables.reset(url, release.major());
        }
        fresh = !statement.alone();
        compare(url, statement, figures);
      }
    }
    TRIED.add(figures);
    figures.assertAgreement();
    if (isWhole(release)) {
      Figures.assertFewFalseAlarms(List.of(figures));
    }
  }

  /** Of the sample of statements on an older one and all those on the newest, together. */
  @AfterAll
  static void falseAlarms_areFew() {
    Figures.assertFewFalseAlarms(TRIED);
  }

  private static boolean isWhole(PostgresRelease release) {
    return ALL || release == PostgresRelease.V18;
  }

  private static List<PostgresStatement> statements(PostgresRelease release) {
    List<PostgresStatement> known =
        PostgresStatements.all().stream().filter(s -> s.since() <= release.major()).toList();
    if (isWhole(release)) {
      return known;
    }
    return IntStream.range(0, known.size())
        .filter(i -> i % THIRD == 0)
        .mapToObj(known::get)
        .toList();
  }

  private static void compare(String url, PostgresStatement statement, Figures figures)
      throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      try (Statement session = connection.createStatement()) {
        session.execute("SET TimeZone = '" + statement.zone() + "'");
      }
      List<Ddl> ddl = DdlScript.read(statement.sql(), Dialect.POSTGRESQL);
      assertThat(ddl).as(statement.sql()).hasSize(1);
      Verdict verdict =
          JUDGE.judge(
              ddl.get(0),
              FactsLoader.of(Engine.POSTGRESQL, connection).load(ddl.get(0)),
              new Context());
      PostgresMeasurement measurement = new PostgresMeasurement(url);
      Measured measured =
          statement.alone()
              ? measurement.alone(connection, statement.sql(), statement.table(), statement.error())
              : measurement.inTransaction(connection, statement.sql(), statement.table());
      boolean elsewhere = measured.rewrites() || !measured.others().isEmpty();
      figures.add(
          verdict,
          measured.stalls(),
          elsewhere || !statement.error().isEmpty(),
          differences(statement, verdict, measured));
    } catch (SQLException e) {
      figures.failed(statement.toString(), e);
    }
  }

  private static List<String> differences(
      PostgresStatement statement, Verdict verdict, Measured measured) {
    Effect effect = verdict.effect();
    List<String> differences = new ArrayList<>();
    compare(differences, statement, "lock", effect.lock(), measured.lock());
    compare(differences, statement, "blocks reads", effect.blocksReads(), measured.readsWait());
    compare(differences, statement, "blocks writes", effect.blocksWrites(), measured.writesWait());
    compare(differences, statement, "rewrites", effect.rewrites(), measured.rewrites());
    compare(differences, statement, "scans", effect.scans(), measured.scans());
    compare(differences, statement, "other locks", others(effect, statement), others(measured));
    compare(differences, statement, "locks all parts", saysLocksAll(verdict), locksAll(measured));
    boolean fails = verdict.grave().stream().anyMatch(finding -> FAIL.contains(finding.rule()));
    compare(
        differences,
        statement,
        "dangerous",
        verdict.level() == Level.DANGEROUS && !fails,
        measured.stalls() && !fails);
    return differences;
  }

  private static boolean saysLocksAll(Verdict verdict) {
    return verdict.findings().stream()
        .anyMatch(finding -> finding.rule().equals("partitioned-alter-locks-all"));
  }

  private static boolean locksAll(Measured measured) {
    return Stream.of("events_1", "events_2")
        .allMatch(part -> measured.others().get(part) == Lock.ACCESS_EXCLUSIVE);
  }

  private static Map<String, Lock> others(Effect effect, PostgresStatement statement) {
    return effect.others().stream()
        .filter(other -> other.lock().compareTo(Lock.SHARE_UPDATE_EXCLUSIVE) >= 0)
        .filter(other -> !other.table().name().equals(statement.table()))
        .filter(other -> !other.table().name().matches(PARTS))
        .collect(Collectors.toMap(other -> other.table().name(), Effect.Other::lock, Lock::or));
  }

  /** Partitions and heirs are locked with their parent, which nobody has to be told one by one. */
  private static Map<String, Lock> others(Measured measured) {
    return measured.others().entrySet().stream()
        .filter(other -> !other.getKey().matches(PARTS))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void compare(
      List<String> differences,
      PostgresStatement statement,
      String what,
      Object said,
      Object measured) {
    if (!Objects.equals(said, measured)) {
      differences.add("%s: %s: said %s, is %s".formatted(statement, what, said, measured));
    }
  }
}
