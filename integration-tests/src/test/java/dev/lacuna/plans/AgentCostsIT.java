package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
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
class AgentCostsIT {

  private static final int TURNS = 150;
  private static final int TURN_MILLIS = 200;
  private static final int WARM_UP_MILLIS = 5_000;
  private static final int TEXTS = 100_000;
  private static final double MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void pointSelects() throws Exception {
    TestDatabase database = database("costs_select");
    try (ShopJvm without = jvm(database, "-Dagent=none");
        ShopJvm with = jvm(database, ShopJvm.agent(folder))) {
      without.ask("run " + WARM_UP_MILLIS);
      with.ask("run " + WARM_UP_MILLIS);
      List<Double> throughputs = new ArrayList<>();
      List<Double> middles = new ArrayList<>();
      List<Double> slowest = new ArrayList<>();
      for (int i = 0; i < TURNS; i++) {
        // Now the one begins, now the other.
        long[] b = i % 2 == 0 ? times(with) : null;
        long[] a = times(without);
        b = b == null ? times(with) : b;
        throughputs.add(
            LongStream.of(a).average().orElseThrow() / LongStream.of(b).average().orElseThrow());
        middles.add((double) percentile(b, 50) / percentile(a, 50));
        slowest.add((double) percentile(b, 99) / percentile(a, 99));
      }
      print(
          "prepared point selects, with the agent by without it, medians of %d pairs of turns of %d"
              + " ms: throughput %.3f, p50 %.3f, p99 %.3f",
          TURNS, TURN_MILLIS, median(throughputs), median(middles), median(slowest));
      assertThat(median(throughputs)).isGreaterThanOrEqualTo(0.98);
      assertThat(median(slowest)).isLessThanOrEqualTo(1.05);
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

  private static long[] times(ShopJvm jvm) throws Exception {
    return Arrays.stream(jvm.ask("run " + TURN_MILLIS).split(" "))
        .mapToLong(Long::parseLong)
        .sorted()
        .toArray();
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted[(int) ((long) sorted.length * percent / 100)];
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** For the one who measures, and so on standard output. */
  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
