package dev.lacuna.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.failures.Scenarios.Scenario;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Whatever goes wrong shows the same through Lacuna as raw: class, SQLState, and what follows. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FailureTest {

  private final Way raw;
  private final Way wrapped;

  FailureTest() throws SQLException {
    raw = Way.raw(TestServer.shared());
    wrapped = Way.throughLacuna(TestServer.shared());
  }

  @TestFactory
  Stream<DynamicTest> sameAsRaw() {
    return Scenarios.all().entrySet().stream()
        .map(each -> dynamicTest(each.getKey(), () -> compare(each.getValue(), raw, wrapped)));
  }

  @Test
  void serverStopped_showsAsRaw() throws Exception {
    TestServer doomed = TestServer.start();
    var rawConnection = Way.raw(doomed).connect();
    var wrappedConnection = Way.throughLacuna(doomed).connect();
    doomed.close();
    Observations expected = new Observations();
    Observations actual = new Observations();
    Scenarios.aftermath(rawConnection, expected);
    Scenarios.aftermath(wrappedConnection, actual);
    assertThat(actual.all()).isEqualTo(expected.all());
  }

  private static void compare(Scenario scenario, Way raw, Way wrapped) throws Exception {
    List<String> expected = seenOn(raw, scenario);
    assertThat(seenOn(wrapped, scenario)).isEqualTo(expected);
    assertThat(wrapped.connectionsLeft()).as("connections left").isZero();
  }

  private static List<String> seenOn(Way way, Scenario scenario) throws Exception {
    way.forgetNicknames();
    way.connectionsLeft();
    Observations seen = new Observations();
    scenario.on(way, seen);
    return seen.all();
  }
}
