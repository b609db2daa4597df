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
 * What the agent costs, side by side in one run: two JVMs, one with it and one without, take turns.
 * {@code docs/agent.md} has the command and what it printed.
 */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfSystemProperty(named = "agent.costs", matches = "true")
class AgentCostsIT {

  private static final int STARTS = 15;
  private static final int TURNS = 60;
  private static final int TURN_MILLIS = 500;
  private static final int WARM_UP_MILLIS = 5_000;
  private static final int TEXTS = 100_000;
  private static final double MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void startUp() throws Exception {
    TestDatabase database = database("costs_start");
    List<Long> without = new ArrayList<>();
    List<Long> with = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      without.add(start(database, "-Dagent=none"));
      with.add(start(database, ShopJvm.agent(folder)));
    }
    long more = median(with) - median(without);
    print(
        "JVM, connect, end: %d ms without, %d ms with, %d ms more (median of %d)",
        median(without), median(with), more, STARTS);
    assertThat(more).isLessThanOrEqualTo(400);
  }

  private long start(TestDatabase database, String option) throws Exception {
    long begin = System.nanoTime();
    try (ShopJvm jvm =
        ShopJvm.start(PointSelects.class, folder, database.plainUrl(), option, "-Xmx256m")) {
      assertThat(jvm.end()).isZero();
      return (System.nanoTime() - begin) / 1_000_000;
    }
  }

  @Test
  void pointSelects() throws Exception {
    TestDatabase database = database("costs_select");
    try (ShopJvm without = jvm(database, "-Dagent=none");
        ShopJvm with = jvm(database, ShopJvm.agent(folder))) {
      without.ask("run " + WARM_UP_MILLIS);
      with.ask("run " + WARM_UP_MILLIS);
      List<long[]> timesWithout = new ArrayList<>();
      List<long[]> timesWith = new ArrayList<>();
      for (int i = 0; i < TURNS; i++) {
        timesWithout.add(times(without));
        timesWith.add(times(with));
      }
      long[] a = all(timesWithout);
      long[] b = all(timesWith);
      double throughput = (double) b.length / a.length;
      double p99 = (double) percentile(b, 99) / percentile(a, 99);
      print(
          "prepared point selects: %d without, %d with in %d turns of %d ms each; throughput %.3f;"
              + " p50 %.1f and %.1f us; p99 %.1f and %.1f us, %.3f",
          a.length,
          b.length,
          TURNS,
          TURN_MILLIS,
          throughput,
          percentile(a, 50) / 1e3,
          percentile(b, 50) / 1e3,
          percentile(a, 99) / 1e3,
          percentile(b, 99) / 1e3,
          p99);
      assertThat(throughput).isGreaterThanOrEqualTo(0.98);
      assertThat(p99).isLessThanOrEqualTo(1.05);
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
        .toArray();
  }

  private static long[] all(List<long[]> turns) {
    return turns.stream().flatMapToLong(LongStream::of).sorted().toArray();
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted[(int) ((long) sorted.length * percent / 100)];
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** For the one who measures, and so on standard output. */
  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
