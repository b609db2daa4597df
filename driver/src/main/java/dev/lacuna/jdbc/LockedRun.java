package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Translation;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a write whose effect does not prove its guards, such as a batch, under the lock: the guards
 * are asked for first, in the same transaction, which keeps the table as it is to its end.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class LockedRun {

  private final Connection connection;
  private final Transactions transactions;
  private final GuardProbes probes;

  /** For a connection of the real driver. */
  LockedRun(Connection connection, Transactions transactions, GuardProbes probes) {
    this.connection = connection;
    this.transactions = transactions;
    this.probes = probes;
  }

  /** Whether one has to be run so. */
  static boolean isFor(Attempt<?> attempt, Translation translation) {
    return translation.proof() == Translation.Proof.LOCK
        || (attempt.isBatch() && translation.proof() == Translation.Proof.EFFECT);
  }

  /** Whether a batch of a text has to be run so. */
  static boolean isForBatch(Translation translation) {
    return !translation.guards().isEmpty() && translation.proof() != Translation.Proof.REFUSAL;
  }

  /** Returns null where a column has come, and the text has to be translated anew. */
  <R> @Nullable Done<R> run(Attempt<R> attempt, Translation translation) throws SQLException {
    if (transactions.goOn()) {
      return locked(attempt, translation);
    }
    int fetchSize = attempt.statement().getFetchSize();
    connection.setAutoCommit(false);
    try {
      // A cursor would end with the transaction.
      attempt.statement().setFetchSize(0);
      Done<R> done = locked(attempt, translation);
      connection.commit();
      return done;
    } catch (SQLException | RuntimeException e) {
      transactions.rollBack(e);
      throw e;
    } finally {
      connection.setAutoCommit(true);
      attempt.statement().setFetchSize(fetchSize);
    }
  }

  private <R> @Nullable Done<R> locked(Attempt<R> attempt, Translation translation)
      throws SQLException {
    probes.lock(translation.guards());
    return probes.haveFound(translation.guards())
        ? null
        : new Done<>(attempt.with(attempt.underLock(translation)));
  }
}
