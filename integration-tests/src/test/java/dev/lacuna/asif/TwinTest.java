package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every statement through Lacuna, on a database that lacks the columns, answers as it does on the
 * twin that has them, through the plain driver.
 */
class TwinTest extends TwinContract {

  /** Makes the twins. */
  @FunctionalInterface
  interface Twins {
    Pair make() throws SQLException;
  }

  @Override
  Stream<DynamicContainer> asIf(Engine engine) throws SQLException {
    return asIf(engine, Set.of(), () -> Pair.of(engine, "twin"));
  }

  /**
   * A test for each case.
   *
   * @param different the titles of those that are known to differ; each must
   */
  static Stream<DynamicContainer> asIf(Engine engine, Set<String> different, Twins make)
      throws SQLException {
    assumeThat(Engines.PROVEN.contains(engine) || Boolean.getBoolean("twin.all"))
        .as("%s is not proven yet; -Dtwin.all=true tries it", engine)
        .isTrue();
    Pair twins = make.make();
    return Arrays.stream(Feature.values())
        .map(
            feature ->
                dynamicContainer(
                    feature.title(),
                    TwinCases.of(engine, feature)
                        .filter(each -> each.since() <= twins.version())
                        .map(each -> test(twins, each, different))))
        .onClose(twins::close);
  }

  private static DynamicTest test(Pair twins, TwinCase twinCase, Set<String> different) {
    String title = twinCase.call().title();
    return different.contains(title)
        ? dynamicTest(
            "differs: " + title,
            () ->
                assertThatThrownBy(() -> compare(twins, twinCase))
                    .isInstanceOf(AssertionError.class))
        : dynamicTest(title, () -> compare(twins, twinCase));
  }

  private static void compare(Pair twins, TwinCase twinCase) throws SQLException {
    for (Mode mode : twinCase.modes(twins.engine())) {
      Outcome expected = twins.with().call(twinCase, mode);
      // What it is to be measured by is what its author meant; a description may succeed anyway.
      assertThat(expected.failed())
          .as("%s as %s fails on the twin: %s", twinCase.call().title(), mode, expected.results())
          .isEqualTo(mode == Mode.DESCRIBED ? expected.failed() : twinCase.fails());
      Outcome actual = twins.without().call(twinCase, mode);
      assertThat(actual.agreesWith(expected, twins.engine()))
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
