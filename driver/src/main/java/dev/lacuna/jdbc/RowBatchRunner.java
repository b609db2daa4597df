package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerErrors;
import dev.lacuna.rewrite.Translation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs batches whose entries the engine runs one by one. Where one was refused because a table had
 * changed, it and those that have not run yet are translated anew, and sent by themselves.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class RowBatchRunner {

  private final Engine engine;
  private final ServerErrors errors;
  private final Connection connection;
  private final Transactions transactions;
  private final LockedRun lockedRun;
  private final Staleness staleness;
  private final Tally tally;

  /**
   * Whether the driver goes on with a batch after an entry that failed, whatever the error:
   * Connector/J stops at those that may have ended the transaction (9.7.0: read).
   */
  private final boolean goesOnAfterErrors;

  private @Nullable Boolean exactCounts;

  /** For a connection of the real driver. */
  RowBatchRunner(
      Engine engine,
      Connection connection,
      Transactions transactions,
      LockedRun lockedRun,
      Staleness staleness,
      Tally tally) {
    this.engine = engine;
    this.errors = engine.errors();
    this.connection = connection;
    this.transactions = transactions;
    this.lockedRun = lockedRun;
    this.staleness = staleness;
    this.tally = tally;
    this.goesOnAfterErrors = engine == Engine.MARIADB;
  }

  /**
   * Whether a batch is one of entries that each have a fate of their own. On PostgreSQL the driver
   * sends a long batch in parts, and in its simple query mode each entry by itself: in auto-commit
   * mode what was done stays done, and the counts tell what that is (pgjdbc 42.7.14: tried).
   */
  boolean areFor(Translation translation) throws SQLException {
    return errors.endTransactions()
        ? connection.getAutoCommit()
        : translation.proof() == Translation.Proof.REFUSAL && countsAreExact();
  }

  private boolean countsAreExact() {
    Boolean known = exactCounts;
    if (known == null) {
      known = BatchCounts.areExact(engine, connection);
      exactCounts = known;
    }
    return known;
  }

  /**
   * Runs all entries.
   *
   * @return their update counts
   */
  long[] run(RowBatch batch) throws SQLException {
    RowBatchRun run = new RowBatchRun(batch.size());
    for (int made = 0; made < Runner.MAX_ATTEMPTS; made++) {
      Translation translation = batch.translate();
      Savepoint before =
          goesOnAfterErrors && transactions.goOn() ? connection.setSavepoint() : null;
      try {
        Done<long[]> done = runPending(batch, translation, run.pending());
        if (done == null) {
          tally.resent();
          continue;
        }
        long[] counts = run.finish(done.value());
        staleness.isOver();
        if (translation.vanishes()) {
          tally.discarded(batch.sql());
        }
        return counts;
      } catch (SQLException e) {
        run.fail(e);
        if (run.pending().isEmpty() || !staleness.shows(batch, translation, e)) {
          throw run.error(e, made == 0);
        }
        if (before != null) {
          transactions.expectStill(before, e);
        }
        tally.resent();
      }
    }
    throw Transactions.cameAndWent(Runner.MAX_ATTEMPTS);
  }

  /** Returns null where the text has to be translated anew. */
  private @Nullable Done<long[]> runPending(
      RowBatch batch, Translation translation, List<Integer> pending) throws SQLException {
    PendingRows rows = new PendingRows(batch, pending);
    return LockedRun.isFor(rows, translation)
        ? lockedRun.run(rows, translation)
        : new Done<>(rows.with(translation));
  }
}
