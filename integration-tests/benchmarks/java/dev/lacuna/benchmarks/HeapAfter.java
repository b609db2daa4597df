package dev.lacuna.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** The heap that is still in use behind an iteration, when what nobody holds has been collected. */
public final class HeapAfter implements InternalProfiler {

  private static final double MEGABYTE = 1 << 20;

  @Override
  public String getDescription() {
    return "heap in use behind an iteration";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    System.gc();
    double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return List.of(new ScalarResult("heap", used / MEGABYTE, "MB", AggregationPolicy.MAX));
  }
}
