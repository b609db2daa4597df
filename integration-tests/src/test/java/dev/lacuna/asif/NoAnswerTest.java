package dev.lacuna.asif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where as-if has no answer, there is a clear error, and nothing is written. */
class NoAnswerTest {

  @TestFactory
  Stream<DynamicTest> postgresql() throws SQLException {
    return refused(Engine.POSTGRESQL);
  }

  @TestFactory
  @RequiresServer(Engine.MYSQL)
  Stream<DynamicTest> mysql() throws SQLException {
    return refused(Engine.MYSQL);
  }

  @TestFactory
  @RequiresServer(Engine.MARIADB)
  Stream<DynamicTest> mariadb() throws SQLException {
    return refused(Engine.MARIADB);
  }

  private static Stream<DynamicTest> refused(Engine engine) throws SQLException {
    Twin without = Twin.withoutColumns(engine, "no_answer");
    return NoAnswer.of(engine)
        .map(each -> dynamicTest(each.sql(), () -> refused(without, each)))
        .onClose(without::close);
  }

  private static void refused(Twin without, NoAnswer statement) throws SQLException {
    TwinCase asCase =
        TwinCase.cases(Feature.ERROR, TwinCase.sql(statement.sql())).findFirst().orElseThrow();
    for (Mode mode : List.of(Mode.STATEMENT, Mode.PREPARED)) {
      Outcome outcome = without.call(asCase, mode);
      assertThat(outcome.results())
          .as("%s as %s", statement.sql(), mode)
          .singleElement()
          .isInstanceOfSatisfying(
              Result.Failed.class,
              failed -> {
                assertThat(failed.sqlState()).isEqualTo(statement.sqlState());
                assertThat(failed.counts()).isEmpty();
              });
      assertThat(outcome.message()).contains(statement.says());
    }
  }
}
