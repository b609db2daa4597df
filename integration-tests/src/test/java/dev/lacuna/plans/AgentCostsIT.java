package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What the agent costs, side by side in one run: two JVMs, one with it and one without, take turns,
 * and each turn is held against its neighbour, as the machine may be busier now and then. {@code
 * docs/agent.md} has the command and what it printed.
 */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfSystemProperty(named = "agent.costs", matches = "true")
@EnabledIfSystemProperty(
    named = "agent.jar",
    matches = ".+",
    disabledReason = "run where the packaged agent is")
class AgentCostsIT {

  private static final int TURNS = 150;
  private static final int TURN_MILLIS = 200;

  /** So many selects until the JVM has compiled for good what they run through. */
  private static final int WARM_UP = 80_000;

  private static final int TEXTS = 100_000;
  private static final double MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void pointSelects() throws Exception {
    TestDatabase database = database("costs_select");
    try (ShopJvm without = jvm(database, "-Dagent=none");
        ShopJvm with = jvm(database, ShopJvm.agent(folder))) {
      for (int done = 0; done < WARM_UP; ) {
        done += Math.min(turn(without).times().size(), turn(with).times().size());
      }
      List<Double> throughputs = new ArrayList<>();
      List<Double> processors = new ArrayList<>();
      List<Double> slowest = new ArrayList<>();
      for (int i = 0; i < TURNS; i++) {
        // Now the one begins, now the other.
        Turn early = i % 2 == 0 ? turn(with) : null;
        Turn plain = turn(without);
        Turn watched = early == null ? turn(with) : early;
        throughputs.add(plain.average() / watched.average());
        processors.add(plain.cpu() / watched.cpu());
        slowest.add(watched.percentile(99) / plain.percentile(99));
      }
      print(
          "prepared point selects, medians of %d pairs of turns of %d ms: throughput %.3f, by CPU"
              + " time %.3f; p99 %.3f",
          TURNS, TURN_MILLIS, median(throughputs), median(processors), median(slowest));
      assertThat(median(throughputs)).isGreaterThanOrEqualTo(0.98);
      assertThat(median(slowest)).isLessThanOrEqualTo(1.05);
    }
  }

  /**
   * What one JVM did in one turn.
   *
   * @param cpu of one select on the average
   * @param times of each, sorted
   */
  private record Turn(double cpu, List<Long> times) {

    double average() {
      return times.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    double percentile(int percent) {
      return times.get(times.size() * percent / 100);
    }
  }

  @Test
  void distinctTexts() throws Exception {
    TestDatabase database = database("costs_texts");
    try (ShopJvm without = jvm(database, "-Dagent=none");
        ShopJvm with = jvm(database, ShopJvm.agent(folder))) {
      double used = Long.parseLong(without.ask("texts " + TEXTS)) / MEGABYTE;
      double usedWith = Long.parseLong(with.ask("texts " + TEXTS)) / MEGABYTE;
      print(
          "heap after %d texts of as many fingerprints: %.1f MB without, %.1f MB with",
          TEXTS, used, usedWith);
      assertThat(usedWith - used).isLessThanOrEqualTo(64);
    }
  }

  private ShopJvm jvm(TestDatabase database, String option) throws Exception {
    return ShopJvm.start(PointSelects.class, folder, database.plainUrl(), option, "-Xmx256m");
  }

  private static TestDatabase database(String name) throws Exception {
    return Agent.unseen(
        () -> {
          TestDatabase database = TestServer.shared().database(name);
          database.run(
              "CREATE TABLE orders (id int PRIMARY KEY, total int);"
                  + "INSERT INTO orders SELECT i, i FROM generate_series(1, 1000) i;"
                  + "ANALYZE orders");
          return database;
        });
  }

  private static Turn turn(ShopJvm jvm) throws Exception {
    List<Long> numbers =
        Arrays.stream(jvm.ask("run " + TURN_MILLIS).split(" ")).map(Long::valueOf).toList();
    List<Long> times = numbers.stream().skip(1).sorted().toList();
    return new Turn((double) numbers.get(0) / times.size(), times);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** For the one who measures, and so on standard output. */
  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
