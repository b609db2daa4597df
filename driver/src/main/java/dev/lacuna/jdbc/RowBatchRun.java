package dev.lacuna.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What has become of the entries of a batch that is sent in more than one part. Mutable. */
final class RowBatchRun {

  private final long[] counts;
  private List<Integer> pending;
  private boolean first = true;

  RowBatchRun(int size) {
    this.counts = new long[size];
    Arrays.fill(counts, Statement.EXECUTE_FAILED);
    this.pending = IntStream.range(0, size).boxed().toList();
  }

  /** The positions of the entries that have had no effect yet. */
  List<Integer> pending() {
    return pending;
  }

  /** Notes that all entries that were pending have been run. */
  long[] finish(long[] done) {
    if (first) {
      return done;
    }
    note(done);
    return counts;
  }

  /** Notes which of them had an effect before one failed. */
  void fail(SQLException e) {
    first = false;
    if (e instanceof BatchUpdateException batch) {
      note(batch.getLargeUpdateCounts());
    }
  }

  /** The error for the application: the driver's own, but for what was done in earlier parts. */
  SQLException error(SQLException last, boolean inOnePart) {
    if (inOnePart) {
      return last;
    }
    return new BatchUpdateException(
        last.getMessage(),
        last.getSQLState(),
        last.getErrorCode(),
        counts.clone(),
        last.getCause() == null ? last : last.getCause());
  }

  private void note(long[] done) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < pending.size(); i++) {
      int entry = pending.get(i);
      counts[entry] = i < done.length ? done[i] : Statement.EXECUTE_FAILED;
      if (counts[entry] == Statement.EXECUTE_FAILED) {
        left.add(entry);
      }
    }
    pending = List.copyOf(left);
  }
}
