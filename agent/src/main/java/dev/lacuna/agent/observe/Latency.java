package dev.lacuna.agent.observe;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long a query takes, since the agent began or was last told to {@link #turn}. Recording is
 * lock-free; about 3 kB each.
 */
final class Latency {

  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(1);

  /** One digit: a tenth is exact enough to compare before with after, and keeps it small. */
  private static final int DIGITS = 1;

  private static final double MICROS_IN_MILLI = 1_000;

  private volatile @Nullable Histogram current;
  private volatile Percentiles before = Percentiles.NONE;

  void record(long nanos) {
    Histogram histogram = current;
    if (histogram == null) {
      histogram = create();
    }
    histogram.recordValue(Math.max(1, Math.min(MAX_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos))));
  }

  private synchronized Histogram create() {
    Histogram histogram = current;
    if (histogram == null) {
      histogram = new AtomicHistogram(MAX_MICROS, DIGITS);
      current = histogram;
    }
    return histogram;
  }

  Percentiles now() {
    Histogram histogram = current;
    if (histogram == null || histogram.getTotalCount() == 0) {
      return Percentiles.NONE;
    }
    return new Percentiles(
        histogram.getValueAtPercentile(50) / MICROS_IN_MILLI,
        histogram.getValueAtPercentile(95) / MICROS_IN_MILLI);
  }

  Percentiles before() {
    return before;
  }

  /** What was measured so far is what was before; what comes now is measured anew. */
  synchronized void turn() {
    Percentiles measured = now();
    if (measured.p50() != null) {
      before = measured;
      current = null;
    }
  }
}
