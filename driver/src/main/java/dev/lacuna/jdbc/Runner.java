package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerErrors;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs a translated text until its outcome is right for what the server has.
 *
 * <p>Two things say that the knowledge it was translated with is old. A guarded write that had no
 * effect: its guards are asked for by themselves, and where a column has come, the text is
 * translated anew. And a refusal by the server: if the tables are not what they were taken for, the
 * text is translated anew. In a transaction that the server has given up there is nothing left to
 * run, unless the text was all of it: the application gets an error with SQLState 40001, which says
 * to run the transaction again.
 *
 * <p>A write whose effect does not prove its guards is a {@link LockedRun}, a batch whose entries
 * have fates of their own is for the {@link RowBatchRunner}.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class Runner {

  /** Columns do not come and go more often than this while one statement runs. */
  static final int MAX_ATTEMPTS = 20;

  /** Connector/J's sign for rows that are read from the connection as the application goes on. */
  private static final int STREAMING = Integer.MIN_VALUE;

  private final Connection connection;
  private final ServerErrors errors;
  private final TableKnowledge knowledge;
  private final Tally tally;
  private final StatementDatabase database;
  private final Transactions transactions;
  private final GuardProbes probes;
  private final LockedRun lockedRun;
  private final Staleness staleness;
  private final RowBatchRunner rowBatches;

  Runner(
      Engine engine,
      Connection connection,
      TableKnowledge knowledge,
      DeclaredColumns declared,
      Tally tally) {
    this.connection = connection;
    this.errors = engine.errors();
    this.knowledge = knowledge;
    this.tally = tally;
    this.database = new StatementDatabase(engine, connection, knowledge);
    this.transactions = new Transactions(engine, connection, tally);
    this.probes = new GuardProbes(connection, knowledge);
    this.lockedRun = new LockedRun(connection, transactions, probes);
    this.staleness =
        new Staleness(
            errors,
            new StaleSigns(errors, declared, knowledge),
            knowledge,
            transactions,
            new TemporaryTables(connection, knowledge));
    this.rowBatches =
        new RowBatchRunner(engine, connection, transactions, lockedRun, staleness, tally);
  }

  /** Goes where a statement runs; returns null where the connection is there already. */
  StatementDatabase.@Nullable Stay enterDatabaseOf(Statement statement) throws SQLException {
    return database.enter(statement);
  }

  <R> R run(Attempt<R> attempt) throws SQLException {
    try (StatementDatabase.Stay stay =
        attempt.isAtHome(knowledge) ? null : database.enter(attempt.statement())) {
      return untilRight(attempt);
    } finally {
      knowledge.shareAll();
    }
  }

  /** Whether a batch is one of entries that each have a fate of their own: {@link #runRows}. */
  boolean runsRows(Translation translation) throws SQLException {
    return rowBatches.areFor(translation);
  }

  /** Returns the update counts of all entries. */
  long[] runRows(RowBatch batch) throws SQLException {
    try (StatementDatabase.Stay stay = database.enter(batch.statement())) {
      return rowBatches.run(batch);
    } finally {
      knowledge.shareAll();
    }
  }

  private <R> R untilRight(Attempt<R> attempt) throws SQLException {
    boolean begins = transactions.begin();
    for (int made = 0; made < MAX_ATTEMPTS; made++) {
      Translation translation = attempt.translate();
      Done<R> done = once(attempt, translation, made == 0, begins);
      if (done != null) {
        staleness.isOver();
        if (translation.vanishes()) {
          tally.discarded(attempt.sql());
        }
        return done.value();
      }
      tally.resent();
    }
    throw Transactions.cameAndWent(MAX_ATTEMPTS);
  }

  /**
   * Returns null where the text has to be translated anew.
   *
   * @param begins whether nothing but this attempt is in its transaction
   */
  private <R> @Nullable Done<R> once(
      Attempt<R> attempt, Translation translation, boolean first, boolean begins)
      throws SQLException {
    boolean guarded = !translation.guards().isEmpty();
    try {
      if (guarded && LockedRun.isFor(attempt, translation)) {
        return lockedRun.run(attempt, translation);
      }
      if (attempt.isBatch() && !errors.endTransactions()) {
        return undoable(attempt, translation);
      }
      R result = attempt.with(translation);
      if (guarded
          && translation.proof() == Translation.Proof.EFFECT
          && attempt.leftNothing(result)) {
        return withoutEffect(attempt, translation, result);
      }
      return first && hasGone(attempt, translation, result) ? null : new Done<>(result);
    } catch (SQLException e) {
      if (!hasSucceededInPart(e) && staleness.shows(attempt, translation, e, begins)) {
        return null;
      }
      throw e;
    }
  }

  /**
   * Runs a batch of which the driver does not tell, should an entry fail, which of the others took
   * effect: so that all can be undone if it has to be sent again. An error that has nothing to do
   * with a change leaves done what was done, as without Lacuna.
   */
  private <R> @Nullable Done<R> undoable(Attempt<R> attempt, Translation translation)
      throws SQLException {
    if (transactions.goOn()) {
      Savepoint before = connection.setSavepoint();
      try {
        return new Done<>(attempt.with(translation));
      } catch (SQLException e) {
        if (!staleness.shows(attempt, translation, e)) {
          throw e;
        }
        transactions.rollBackTo(before, e);
        return null;
      }
    }
    connection.setAutoCommit(false);
    try {
      Done<R> done = new Done<>(attempt.with(translation));
      connection.commit();
      return done;
    } catch (SQLException e) {
      boolean stale = staleness.shows(attempt, translation, e);
      if (stale || Transactions.isAskedForAgain(e)) {
        transactions.rollBack(e);
      } else {
        connection.commit();
      }
      if (!stale) {
        throw e;
      }
      return null;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /**
   * A write that had no effect either had none to have, or its column was there. In a transaction
   * the write has locked the table, so that the guards tell which. In autocommit the column may be
   * gone again by now, which would look as if it had never been there: there the write is done once
   * more, under the lock.
   */
  private <R> @Nullable Done<R> withoutEffect(Attempt<R> attempt, Translation translation, R result)
      throws SQLException {
    if (transactions.goOn()) {
      return probes.haveFound(translation.guards()) ? null : new Done<>(result);
    }
    return lockedRun.run(attempt, translation);
  }

  /** Whether a column that a star should have shown is not there any more. */
  private boolean hasGone(Attempt<?> attempt, Translation translation, Object result)
      throws SQLException {
    if (translation.expected().isEmpty()
        || !Outcome.lacks(result, attempt.statement(), translation.expected())) {
      return false;
    }
    if (attempt.statement().getFetchSize() == STREAMING) {
      // Nothing can be asked before the rows are let go of; what is asked then is fresh.
      Outcome.close(result, attempt.statement());
      knowledge.forgetAll();
      return true;
    }
    knowledge.forgetAll();
    return !attempt.translate().sql().equals(translation.sql());
  }

  /** Whether a part of a batch took effect: running it again would run that part twice. */
  private static boolean hasSucceededInPart(SQLException e) {
    return e instanceof BatchUpdateException batch
        && Arrays.stream(batch.getLargeUpdateCounts())
            .anyMatch(count -> count != Statement.EXECUTE_FAILED);
  }
}
