package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every statement through Lacuna, on a database that lacks the columns, answers as it does on the
 * twin that has them, through the plain driver.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TwinTest {

  private final Twin with;
  private final Twin without;

  TwinTest() throws SQLException {
    with = Twin.withColumns("twin_with");
    without = Twin.withoutColumns("twin_without");
  }

  @AfterAll
  void close() throws SQLException {
    with.close();
    without.close();
  }

  @TestFactory
  Stream<DynamicContainer> asIf() {
    return Arrays.stream(Feature.values())
        .map(feature -> dynamicContainer(feature.title(), TwinCases.of(feature).map(this::test)));
  }

  private DynamicTest test(TwinCase twinCase) {
    return dynamicTest(twinCase.call().title(), () -> compare(twinCase));
  }

  private void compare(TwinCase twinCase) throws SQLException {
    for (Mode mode : twinCase.modes()) {
      Outcome expected = with.call(twinCase, mode);
      // What it is to be measured by is what its author meant; a description may succeed anyway.
      assertThat(expected.failed())
          .as("%s as %s fails on the twin: %s", twinCase.call().title(), mode, expected.results())
          .isEqualTo(mode == Mode.DESCRIBED ? expected.failed() : twinCase.fails());
      Outcome actual = without.call(twinCase, mode);
      assertThat(actual.agreesWith(expected))
          .as(
              "%s as %s%n  with the column:%n    %s%n  without:%n    %s%n",
              twinCase.call().title(),
              mode,
              expected.toldBeside(actual),
              actual.toldBeside(expected))
          .isTrue();
    }
  }
}
