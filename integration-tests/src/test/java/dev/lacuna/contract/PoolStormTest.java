package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.contract.PoolStorm.Findings;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestServer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Twenty-four threads on a pool whose connections are killed at the server: nothing leaks, nothing
 * locks up, memory stays flat. For some seconds, in CI for twenty; with {@code
 * -Dcontract.storm.seconds=600}, for as long.
 */
class PoolStormTest {

  private static final Duration DURATION =
      Duration.ofSeconds(
          Integer.getInteger(
              "contract.storm.seconds", Boolean.parseBoolean(System.getenv("CI")) ? 20 : 5));

  private static final long MEGABYTE = 1 << 20;

  /** Operations a second; a quiet machine does ten times that, a busy one hardly any. */
  private static final long LEAST_IF_QUIET = 50;

  @Test
  void postgresql_missingColumns_surviveKills() throws Exception {
    String url = TestServer.shared().database("pool_storm").plainUrl();
    Server server =
        new Server(Engine.POSTGRESQL, url, new Properties(), new org.postgresql.Driver());

    survives(server, Way.MISSING, "08006", "08003", "57P01", PoolStorm.NO_CONNECTION);
  }

  @Test
  @RequiresServer(dev.lacuna.engine.Engine.MYSQL)
  void mysql_missingColumns_surviveKills() throws Exception {
    ContainerServer container = ContainerServer.with("pool_storm", dev.lacuna.engine.Engine.MYSQL);
    Server server =
        new Server(
            Engine.MYSQL,
            container.url("jdbc:mysql"),
            container.login(),
            new com.mysql.cj.jdbc.Driver());

    survives(server, Way.MISSING, "08S01", "08003", "08007", "70100", PoolStorm.NO_CONNECTION);
  }

  @Test
  void leak_wouldBeSeen() throws Exception {
    String url = TestServer.shared().database("pool_leak").plainUrl();
    Server server =
        new Server(Engine.POSTGRESQL, url, new Properties(), new org.postgresql.Driver());

    List<List<String>> said = new PoolStorm(server, Way.WRAPPED).keepTooLong();

    assertThat(said.get(0)).singleElement().asString().contains("leak detection triggered");
    assertThat(said.get(1)).isEmpty();
  }

  /**
   * @param states what an operation may say whose connection is killed
   */
  private static void survives(Server server, Way way, String... states) throws Exception {
    server.reset();
    boolean quiet = isQuiet();
    Findings found = new PoolStorm(server, way).rage(DURATION);
    LoggerFactory.getLogger(PoolStormTest.class).info("{}", found);

    assertThat(found.operations())
        .isGreaterThan(quiet ? LEAST_IF_QUIET * DURATION.toSeconds() : found.kills() / 2);
    assertThat(found.kills()).isPositive();
    assertThat(found.failures()).isNotEmpty().containsOnlyKeys(seen(found, states));
    assertThat(found.stuck()).as("threads stuck").isZero();
    assertThat(found.leaks()).as("leaks").isEmpty();
    assertThat(found.active()).as("connections not given back").isZero();
    assertThat(found.heapLate()).as("heap").isLessThan(found.heapEarly() + 4 * MEGABYTE);
    assertThat(found.classesLate()).as("classes").isLessThan(found.classesEarly() + 100);
  }

  private static boolean isQuiet() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 2 * Runtime.getRuntime().availableProcessors();
  }

  /** Those of the allowed states that came. */
  private static String[] seen(Findings found, String... allowed) {
    return java.util.Arrays.stream(allowed)
        .filter(found.failures()::containsKey)
        .toArray(String[]::new);
  }
}
