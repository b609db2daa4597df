package dev.lacuna.plans;

import dev.lacuna.engine.Engine;
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
    ScenarioRun.on(Engine.POSTGRESQL, scenario).run();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("none")
  @Execution(ExecutionMode.CONCURRENT)
  void noShift_isNotLogged(Scenario scenario) throws Exception {
    ScenarioRun.on(Engine.POSTGRESQL, scenario).run();
  }
}
