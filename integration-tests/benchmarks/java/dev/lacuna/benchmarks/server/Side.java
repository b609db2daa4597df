package dev.lacuna.benchmarks.server;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** One of the two that are compared: a connection, a text, and what running it took. */
final class Side {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Connection connection;
  private final Job job;
  private final String sql;
  private final boolean bound;

  private long[] nanos = new long[1 << 12];
  private int runs;
  private long processor;

  Side(Connection connection, Job job, String sql, boolean bound) {
    this.connection = connection;
    this.job = job;
    this.sql = sql;
    this.bound = bound;
  }

  /** Runs the job until the time is over, and tells how many a second. */
  double run(long forNanos) throws SQLException {
    long processorBefore = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long end = start;
    int before = runs;
    while (end - start < forNanos) {
      job.run(connection, sql, bound, runs);
      long now = System.nanoTime();
      add(now - end);
      end = now;
    }
    processor += THREADS.getCurrentThreadCpuTime() - processorBefore;
    return (runs - before) * 1e9 / (end - start);
  }

  private void add(long took) {
    if (runs == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * runs);
    }
    nanos[runs++] = took;
  }

  /** Forgets what was measured. */
  void reset() {
    runs = 0;
    processor = 0;
  }

  /** What a share of the runs stayed below, in microseconds. */
  double micros(double share) {
    long[] sorted = Arrays.copyOf(nanos, runs);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(runs - 1, share * runs)] / 1e3;
  }

  /** The processor time of a run in this JVM, in microseconds. */
  double processorMicros() {
    return processor / 1e3 / runs;
  }
}
