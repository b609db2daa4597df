package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Where as-if has no answer, there is a clear error, and nothing is written. */
@TestInstance(Lifecycle.PER_CLASS)
class NoAnswerTest {

  private final Twin without;

  NoAnswerTest() throws SQLException {
    without = Twin.withoutColumns("no_answer");
  }

  @AfterAll
  void close() throws SQLException {
    without.close();
  }

  @TestFactory
  Stream<DynamicTest> refused() {
    return NoAnswer.all().stream().map(each -> dynamicTest(each.sql(), () -> refused(each)));
  }

  private void refused(NoAnswer statement) throws SQLException {
    TwinCase asCase =
        TwinCase.cases(Feature.ERROR, TwinCase.sql(statement.sql())).findFirst().orElseThrow();
    for (Mode mode : List.of(Mode.STATEMENT, Mode.PREPARED)) {
      Outcome outcome = without.call(asCase, mode);
      assertThat(outcome.results())
          .as("%s as %s", statement.sql(), mode)
          .containsExactly(new Result.Failed(statement.sqlState(), List.of()));
      assertThat(outcome.message()).contains(statement.says());
    }
  }
}
