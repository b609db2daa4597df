package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is known to differ from the twin does differ, and as it is written down. */
class DeviationTest {

  @TestFactory
  Stream<DynamicTest> postgresql() throws SQLException {
    return deviate(Engine.POSTGRESQL);
  }

  @TestFactory
  @RequiresServer(Engine.MYSQL)
  Stream<DynamicTest> mysql() throws SQLException {
    return deviate(Engine.MYSQL);
  }

  @TestFactory
  @RequiresServer(Engine.MARIADB)
  Stream<DynamicTest> mariadb() throws SQLException {
    return deviate(Engine.MARIADB);
  }

  private static Stream<DynamicTest> deviate(Engine engine) throws SQLException {
    Pair twins = Pair.of(engine, "deviation");
    return Deviation.of(engine)
        .map(each -> dynamicTest(each.call().call().title(), () -> deviates(twins, each)))
        .onClose(twins::close);
  }

  private static void deviates(Pair twins, Deviation deviation) throws SQLException {
    TwinCase asCase = TwinCase.cases(Feature.ERROR, deviation.call()).findFirst().orElseThrow();
    Mode mode = asCase.modes(twins.engine()).iterator().next();
    Outcome actual = twins.without().call(asCase, mode);
    assertThat(actual.agreesWith(twins.with().call(asCase, mode), twins.engine()))
        .as("agrees with the twin: take it off the list")
        .isFalse();
    assertThat(outcome(actual)).isEqualTo(deviation.outcome());
  }

  private static String outcome(Outcome outcome) {
    return outcome.results().stream()
        .filter(Result.Failed.class::isInstance)
        .map(failed -> ((Result.Failed) failed).sqlState())
        .findFirst()
        .orElse(Deviation.ACCEPTED);
  }
}
