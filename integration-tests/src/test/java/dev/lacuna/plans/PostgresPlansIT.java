package dev.lacuna.plans;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL 18 through pgjdbc. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresPlansIT {

  static Stream<Scenario> shifts() {
    return PostgresScenarios.shifts();
  }

  static Stream<Scenario> none() {
    return PostgresScenarios.none();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shifts")
  @Execution(ExecutionMode.CONCURRENT)
  void shift_isLoggedOnce_withItsCause(Scenario scenario) throws Exception {
    run(scenario);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("none")
  @Execution(ExecutionMode.CONCURRENT)
  void noShift_isNotLogged(Scenario scenario) throws Exception {
    run(scenario);
  }

  private static void run(Scenario scenario) throws Exception {
    TestDatabase database = Agent.unseen(() -> TestServer.shared().database(scenario.name()));
    new ScenarioRun(
            scenario,
            database.name(),
            database.plainUrl() + scenario.urlOptions(),
            "EXPLAIN (COSTS OFF) ")
        .run();
  }
}
