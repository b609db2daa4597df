package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs a scenario and holds the log against the server's own EXPLAIN, and against what the scenario
 * expects.
 */
record ScenarioRun(Scenario scenario, Engine engine, TestDatabase database, String url) {

  private static final int CALLS = 20;
  private static final Duration BASELINE = Duration.ofMinutes(2);
  private static final Duration UNMOVED = Duration.ofSeconds(6);
  private static final Duration LOGGED = Duration.ofSeconds(90);
  private static final Pattern REFUSED = Pattern.compile("SQLSTATE .*");

  /** In a database of its own on the server of that engine. */
  static ScenarioRun on(Engine engine, Scenario scenario) throws Exception {
    String name = scenario.name();
    TestDatabase database = Agent.unseen(() -> TestServer.shared(engine).database(name));
    return new ScenarioRun(scenario, engine, database, database.plainUrl() + scenario.urlOptions());
  }

  void run() throws Exception {
    Agent.unseen(() -> execute(scenario.schema()));
    try (Source source = source();
        Connection application = source.connect()) {
      for (int i = 0; i < CALLS; i++) {
        for (Probe probe : scenario.probes()) {
          probe.run(application);
        }
      }
      boolean isNone = scenario.shifts().isEmpty();
      Baselines.ofThisJvm()
          .awaitPlans(
              engine, database.name(), scenario.probes().size(), isNone ? UNMOVED : BASELINE);
      List<String> before = Agent.unseen(this::plans);
      for (Scenario.Step step : scenario.steps()) {
        take(step, application);
      }
      PlanLog log = PlanLog.ofThisJvm();
      if (isNone) {
        Thread.sleep(UNMOVED.toMillis());
      } else {
        log.await(engine, database.name(), scenario.shifts().size(), LOGGED);
      }
      Thread.sleep(500);
      judge(log.lines(engine, database.name()), before, Agent.unseen(this::plans));
    }
  }

  private interface Source extends AutoCloseable {
    Connection connect() throws SQLException;

    @Override
    default void close() {}
  }

  private record Pool(HikariDataSource pool) implements Source {
    @Override
    public Connection connect() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void close() {
      pool.close();
    }
  }

  private Source source() {
    return switch (scenario.way()) {
      case PLAIN -> () -> DriverManager.getConnection(url);
      case POOLED -> {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(url);
        configuration.setMaximumPoolSize(2);
        yield new Pool(new HikariDataSource(configuration));
      }
      case LACUNA ->
          () -> DriverManager.getConnection(database.lacunaUrl("orders.region varchar(20)"));
    };
  }

  private void take(Scenario.Step step, Connection application) throws Exception {
    switch (step.actor()) {
      case HERE -> step.statement().run(application);
      case HERE_IN_VAIN ->
          assertThatThrownBy(() -> step.statement().run(application))
              .isInstanceOf(SQLException.class);
      case ELSEWHERE -> Agent.unseen(() -> execute(List.of(step.statement().sql())));
      case NOTICED -> {
        Baselines.ofThisJvm().awaitArrival(engine, database.name(), BASELINE);
        Thread.sleep(1_000);
      }
    }
  }

  private Void execute(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return null;
  }

  /** What the server says of each query; the SQLSTATE where it refuses it. */
  private List<String> plans() throws SQLException {
    List<String> plans = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement form = connection.createStatement()) {
      if (engine == Engine.MYSQL) {
        form.execute("SET SESSION explain_json_format_version = 1");
      }
      for (Probe probe : scenario.probes()) {
        plans.add(plan(connection, probe));
      }
    }
    return plans;
  }

  private String plan(Connection connection, Probe probe) {
    StringBuilder plan = new StringBuilder();
    String explain = engine == Engine.POSTGRESQL ? "EXPLAIN (COSTS OFF) " : "EXPLAIN FORMAT=JSON ";
    try (PreparedStatement statement = connection.prepareStatement(explain + probe.sql())) {
      probe.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(rows.getMetaData().getColumnCount())).append('\n');
        }
      }
      return PlanText.withoutEstimates(plan.toString());
    } catch (SQLException e) {
      return "SQLSTATE " + e.getSQLState();
    }
  }

  private void judge(List<JsonObject> lines, List<String> before, List<String> after) {
    assertThat(lines).as("lines").hasSameSizeAs(scenario.shifts());
    for (int i = 0; i < scenario.probes().size(); i++) {
      int query = i;
      boolean expected = scenario.shifts().stream().anyMatch(shift -> shift.query() == query);
      boolean moved = !before.get(i).equals(after.get(i));
      if (expected || Boolean.getBoolean("plans.strict")) {
        assertThat(moved)
            .as("the server's own plan moved:%n%s%n%s", before.get(i), after.get(i))
            .isEqualTo(expected);
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      judge(lines.get(i), scenario.shifts().get(i));
    }
  }

  private static void judge(JsonObject line, Scenario.Expected expected) {
    JsonObject cause = line.getAsJsonObject("cause");
    assertThat(cause.get("table").getAsString()).isEqualTo(expected.table());
    assertThat(cause.get("column").getAsString()).isEqualTo(expected.column());
    assertThat(cause.get("event").getAsString()).isEqualTo(expected.event());
    assertThat(cause.get("source").getAsString()).isEqualTo(expected.source());
    assertThat(line.getAsJsonArray("shifts"))
        .extracting(shift -> shift.getAsJsonObject().get("kind").getAsString())
        .contains(expected.kind());
    assertThat(REFUSED.matcher(line.get("sql").getAsString()).matches()).isFalse();
  }
}
