package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is known to differ from the twin does differ, and as it is written down. */
@TestInstance(Lifecycle.PER_CLASS)
class DeviationTest {

  private final Twin with;
  private final Twin without;

  DeviationTest() throws SQLException {
    with = Twin.withColumns("deviation_with");
    without = Twin.withoutColumns("deviation_without");
  }

  @AfterAll
  void close() throws SQLException {
    with.close();
    without.close();
  }

  @TestFactory
  Stream<DynamicTest> deviates() {
    return Deviation.all().stream()
        .map(each -> dynamicTest(each.call().call().title(), () -> deviates(each)));
  }

  private void deviates(Deviation deviation) throws SQLException {
    TwinCase asCase = TwinCase.cases(Feature.ERROR, deviation.call()).findFirst().orElseThrow();
    Mode mode = asCase.modes().iterator().next();
    Outcome actual = without.call(asCase, mode);
    assertThat(actual.agreesWith(with.call(asCase, mode)))
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
