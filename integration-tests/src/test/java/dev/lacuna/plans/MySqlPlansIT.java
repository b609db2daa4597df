package dev.lacuna.plans;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MySQL 9.7 through Connector/J. */
@RequiresServer(Engine.MYSQL)
@Execution(ExecutionMode.CONCURRENT)
class MySqlPlansIT {

  static Stream<Scenario> shifts() {
    return new MySqlScenarios(Engine.MYSQL).shifts();
  }

  static Stream<Scenario> none() {
    return new MySqlScenarios(Engine.MYSQL).none();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shifts")
  @Execution(ExecutionMode.CONCURRENT)
  void shift_isLoggedOnce_withItsCause(Scenario scenario) throws Exception {
    ScenarioRun.on(Engine.MYSQL, scenario).run();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("none")
  @Execution(ExecutionMode.CONCURRENT)
  void noShift_isNotLogged(Scenario scenario) throws Exception {
    ScenarioRun.on(Engine.MYSQL, scenario).run();
  }
}
