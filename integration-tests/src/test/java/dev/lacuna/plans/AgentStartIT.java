package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How much longer an application takes to start with the agent: JVMs with it and without it take
 * turns. {@code docs/agent.md} has the command and what it printed.
 */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfSystemProperty(
    named = "agent.jar",
    matches = ".+",
    disabledReason = "run where the packaged agent is")
class AgentStartIT {

  private static final int PAIRS = 9;
  private static final Duration AT_MOST = Duration.ofMillis(400);

  @TempDir private Path folder;

  /** From the start of the JVM to the answer of the first queries. */
  private record Start(Duration wall, Duration cpu) {

    Start minus(Start other) {
      return new Start(wall.minus(other.wall), cpu.minus(other.cpu));
    }
  }

  @Test
  void startUp_takesLittleMore() throws Exception {
    TestDatabase database =
        Agent.unseen(
            () -> {
              TestDatabase made = TestServer.shared().database("costs_start");
              made.run("CREATE TABLE orders (id int PRIMARY KEY, total int)");
              return made;
            });
    start(database, ShopJvm.agent(folder));
    List<Start> without = new ArrayList<>();
    List<Start> more = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      Start before = start(database, "-Dagent=none");
      without.add(before);
      more.add(start(database, ShopJvm.agent(folder)).minus(before));
    }
    Start plain = median(without);
    Start middle = median(more);
    // For the one who measures.
    System.out.println(
        String.format(
            Locale.ROOT,
            "JVM, connection, first queries: %d ms (CPU %d ms) without the agent, %d ms (CPU %d ms)"
                + " more with it; medians of %d pairs",
            plain.wall().toMillis(),
            plain.cpu().toMillis(),
            middle.wall().toMillis(),
            middle.cpu().toMillis(),
            PAIRS));
    assertThat(middle.cpu()).isLessThanOrEqualTo(AT_MOST);
    // A clock on the wall counts what else the machine does: on a busy one it shows the start
    // without the agent to take a multiple of its CPU time.
    double busy = Math.max(1, (double) plain.wall().toNanos() / plain.cpu().toNanos());
    assertThat(middle.wall()).isLessThanOrEqualTo(times(AT_MOST, 1.25 * busy));
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }

  private Start start(TestDatabase database, String option) throws Exception {
    long begin = System.nanoTime();
    try (ShopJvm jvm =
        ShopJvm.start(PointSelects.class, folder, database.plainUrl(), option, "-Xmx256m")) {
      jvm.ask("run 1");
      Duration wall = Duration.ofNanos(System.nanoTime() - begin);
      Duration cpu = jvm.cpu();
      assertThat(jvm.end()).isZero();
      return new Start(wall, cpu);
    }
  }

  private static Start median(List<Start> starts) {
    return new Start(
        starts.stream().map(Start::wall).sorted().toList().get(starts.size() / 2),
        starts.stream().map(Start::cpu).sorted().toList().get(starts.size() / 2));
  }
}
