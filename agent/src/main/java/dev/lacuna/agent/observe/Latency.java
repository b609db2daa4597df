package dev.lacuna.agent.observe;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long a query takes, since the agent began or was last told to {@link #turn}. Recording is
 * lock-free from the second call on; a query that is run once takes no more than a number, others
 * about 3 kB each.
 */
final class Latency {

  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(1);

  /** One digit: a tenth is exact enough to compare before with after, and keeps it small. */
  private static final int DIGITS = 1;

  private static final double MICROS_IN_MILLI = 1_000;

  private volatile @Nullable Histogram current;
  private volatile Percentiles before = Percentiles.NONE;

  /** The one time there is while there is no histogram; 0 for none. */
  private long only;

  void record(long nanos) {
    long micros = Math.max(1, Math.min(MAX_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    Histogram histogram = current;
    if (histogram == null) {
      first(micros);
    } else {
      histogram.recordValue(micros);
    }
  }

  private synchronized void first(long micros) {
    Histogram histogram = current;
    if (histogram != null) {
      histogram.recordValue(micros);
    } else if (only == 0) {
      only = micros;
    } else {
      Histogram added = new AtomicHistogram(MAX_MICROS, DIGITS);
      added.recordValue(only);
      added.recordValue(micros);
      only = 0;
      current = added;
    }
  }

  synchronized Percentiles now() {
    Histogram histogram = current;
    if (histogram != null) {
      return new Percentiles(
          histogram.getValueAtPercentile(50) / MICROS_IN_MILLI,
          histogram.getValueAtPercentile(95) / MICROS_IN_MILLI);
    }
    double millis = only / MICROS_IN_MILLI;
    return only == 0 ? Percentiles.NONE : new Percentiles(millis, millis);
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
      only = 0;
    }
  }
}
