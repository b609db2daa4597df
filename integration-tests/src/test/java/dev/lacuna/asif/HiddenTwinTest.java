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
 * Every statement through Lacuna, on a database that has the columns with other values in them and
 * hides them, answers as it does on the twin whose columns have just been added.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HiddenTwinTest {

  private final Twin with;
  private final Twin hidden;

  HiddenTwinTest() throws SQLException {
    with = Twin.withColumns("hidden_twin");
    hidden = Twin.withHiddenColumns("hidden");
  }

  @AfterAll
  void close() throws SQLException {
    with.close();
    hidden.close();
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
      Outcome actual = hidden.call(twinCase, mode);
      assertThat(actual.agreesWith(expected))
          .as(
              "%s as %s%n  with the column:%n    %s%n  hidden:%n    %s%n",
              twinCase.call().title(),
              mode,
              expected.toldBeside(actual),
              actual.toldBeside(expected))
          .isTrue();
    }
  }
}
