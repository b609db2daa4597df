package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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
 *
 * @param explain what is put before a query to have its plan without estimates
 */
record ScenarioRun(Scenario scenario, String database, String url, String explain) {

  private static final int CALLS = 20;
  private static final Duration BASELINE = Duration.ofSeconds(3);
  private static final Duration NOTICED = Duration.ofSeconds(3);
  private static final Duration LOGGED = Duration.ofSeconds(12);
  private static final Pattern REFUSED = Pattern.compile("SQLSTATE .*");

  void run() throws Exception {
    Agent.unseen(() -> execute(scenario.schema()));
    try (Connection application = DriverManager.getConnection(url)) {
      for (int i = 0; i < CALLS; i++) {
        for (Probe probe : scenario.probes()) {
          probe.run(application);
        }
      }
      Thread.sleep(BASELINE.toMillis());
      List<String> before = Agent.unseen(this::plans);
      for (Scenario.Step step : scenario.steps()) {
        take(step, application);
      }
      PlanLog log = PlanLog.ofThisJvm();
      if (scenario.shifts().isEmpty()) {
        Thread.sleep(NOTICED.plus(NOTICED).toMillis());
      } else {
        log.await(database, line -> true, LOGGED);
      }
      Thread.sleep(500);
      judge(log.lines(database), before, Agent.unseen(this::plans));
    }
  }

  private void take(Scenario.Step step, Connection application) throws Exception {
    if (step.awaitsLine()) {
      Thread.sleep(NOTICED.toMillis());
    } else if (step.inProcess()) {
      try (Statement statement = application.createStatement()) {
        statement.execute(step.sql());
      }
    } else {
      Agent.unseen(() -> execute(List.of(step.sql())));
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
    try (Connection connection = DriverManager.getConnection(url)) {
      for (Probe probe : scenario.probes()) {
        plans.add(plan(connection, probe));
      }
    }
    return plans;
  }

  private String plan(Connection connection, Probe probe) {
    StringBuilder plan = new StringBuilder();
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
