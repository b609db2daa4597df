package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RowBatchRunTest {

  private static final int FAILED = Statement.EXECUTE_FAILED;

  private final RowBatchRun run = new RowBatchRun(4);

  private static BatchUpdateException failure(long... counts) {
    return new BatchUpdateException("no such column", "42S22", 1054, counts, null);
  }

  @Test
  void finish_inOnePart_returnsWhatTheDriverReturned() {
    long[] counts = {1, 2, 3, 4};

    assertThat(run.pending()).containsExactly(0, 1, 2, 3);
    assertThat(run.finish(counts)).isSameAs(counts);
  }

  @Test
  void fail_inTheMiddle_leavesWhatFailed() {
    run.fail(failure(1, FAILED, 1, FAILED));

    assertThat(run.pending()).containsExactly(1, 3);
    assertThat(run.finish(new long[] {7, 8})).containsExactly(1, 7, 1, 8);
  }

  @Test
  void fail_thatStopsTheBatch_leavesWhatDidNotRun() {
    run.fail(failure(1));

    assertThat(run.pending()).containsExactly(1, 2, 3);
    run.fail(failure(5, FAILED, Statement.SUCCESS_NO_INFO));
    assertThat(run.pending()).containsExactly(2);
    assertThat(run.finish(new long[] {9})).containsExactly(1, 5, 9, Statement.SUCCESS_NO_INFO);
  }

  @Test
  void fail_ofNoBatch_leavesAll() {
    run.fail(new SQLException("gone", "08S01"));

    assertThat(run.pending()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void error_inOnePart_isTheDrivers() {
    BatchUpdateException last = failure(1, FAILED, 1, 1);
    run.fail(last);

    assertThat((Throwable) run.error(last, true)).isSameAs(last);
  }

  @Test
  void error_ofSeveralParts_hasTheCountsOfAll() {
    run.fail(failure(1, FAILED, 1, FAILED));
    BatchUpdateException last = failure(1, FAILED);
    run.fail(last);

    assertThat((Throwable) run.error(last, false))
        .isInstanceOfSatisfying(
            BatchUpdateException.class,
            error -> {
              assertThat(error.getLargeUpdateCounts()).containsExactly(1, 1, 1, FAILED);
              assertThat(error.getSQLState()).isEqualTo("42S22");
              assertThat(error.getErrorCode()).isEqualTo(1054);
              assertThat((Throwable) error).hasMessage("no such column").hasCause(last);
            });
  }
}
