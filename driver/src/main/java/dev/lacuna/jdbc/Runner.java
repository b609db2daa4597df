package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerErrors;
import dev.lacuna.rewrite.Guard;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.TableKnowledge;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a translated text until its outcome is right for what the server has.
 *
 * <p>Two things say that the knowledge it was translated with is old. A guarded write that had no
 * effect: its guards are asked for by themselves, and where a column has come, the text is
 * translated anew. And a refusal by the server: if the tables are not what they were taken for, the
 * text is translated anew. In a transaction that the server has given up there is nothing left to
 * run: the application gets an error with SQLState 40001, which says to run the transaction again.
 *
 * <p>A write whose effect does not prove its guards, such as a batch, is run under the lock: the
 * guards are asked for first, in the same transaction, which keeps the table as it is to its end.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class Runner {

  /** Columns do not come and go more often than this while one statement runs. */
  private static final int MAX_ATTEMPTS = 20;

  /** So often in a row one text may seem stale before its error is taken for its own. */
  private static final int MAX_STALE_IN_A_ROW = 5;

  /** Connector/J's sign for rows that are read from the connection as the application goes on. */
  private static final int STREAMING = Integer.MIN_VALUE;

  private static final String SERIALIZATION_FAILURE = "40001";

  private final Engine engine;
  private final Connection connection;
  private final ServerErrors errors;

  /**
   * Whether the driver goes on with a batch after an entry that failed, whatever the error:
   * Connector/J stops at those that may have ended the transaction (9.7.0: read).
   */
  private final boolean goesOnAfterErrors;

  private final OpenTransaction openTransaction;
  private final TableKnowledge knowledge;
  private final StaleSigns signs;
  private final Tally tally;
  private final StatementDatabase database;
  private @Nullable Boolean exactCounts;
  private String lastStale = "";
  private int staleInARow;

  Runner(
      Engine engine,
      Connection connection,
      TableKnowledge knowledge,
      DeclaredColumns declared,
      Tally tally) {
    this.connection = connection;
    this.engine = engine;
    this.errors = engine.errors();
    this.goesOnAfterErrors = engine == Engine.MARIADB;
    this.openTransaction = OpenTransaction.of(engine, connection);
    this.knowledge = knowledge;
    this.signs = new StaleSigns(errors, declared, knowledge);
    this.tally = tally;
    this.database = new StatementDatabase(engine, connection, knowledge);
  }

  /** Goes where a statement runs; returns null where the connection is there already. */
  StatementDatabase.@Nullable Stay enterDatabaseOf(Statement statement) throws SQLException {
    return database.enter(statement);
  }

  /** What an execution returned that was right; JDBC has methods that return null. */
  private record Done<R>(R value) {}

  <R> R run(Attempt<R> attempt) throws SQLException {
    try (StatementDatabase.Stay stay = database.enter(attempt.statement())) {
      return untilRight(attempt);
    }
  }

  private <R> R untilRight(Attempt<R> attempt) throws SQLException {
    for (int made = 0; made < MAX_ATTEMPTS; made++) {
      Translation translation = attempt.translate();
      Done<R> done = once(attempt, translation, made == 0);
      if (done != null) {
        staleInARow = 0;
        if (translation.vanishes()) {
          tally.discarded(attempt.sql());
        }
        return done.value();
      }
      tally.resent();
    }
    throw cameAndWent();
  }

  private static SQLException cameAndWent() {
    return new SQLTransactionRollbackException(
        "Declared columns came and went "
            + MAX_ATTEMPTS
            + " times while the statement ran. Run the transaction again.",
        SERIALIZATION_FAILURE);
  }

  /** Returns null where the text has to be translated anew. */
  private <R> @Nullable Done<R> once(Attempt<R> attempt, Translation translation, boolean first)
      throws SQLException {
    boolean guarded = !translation.guards().isEmpty();
    try {
      if (guarded && isProvenBefore(attempt, translation)) {
        return underLock(attempt, translation);
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
      if (!hasSucceededInPart(e) && isStale(attempt, translation, e)) {
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
    if (isInTransaction()) {
      Savepoint before = connection.setSavepoint();
      try {
        return new Done<>(attempt.with(translation));
      } catch (SQLException e) {
        if (!isStale(attempt, translation, e)) {
          throw e;
        }
        rollBackTo(before, e);
        return null;
      }
    }
    connection.setAutoCommit(false);
    try {
      Done<R> done = new Done<>(attempt.with(translation));
      connection.commit();
      return done;
    } catch (SQLException e) {
      boolean stale = isStale(attempt, translation, e);
      if (stale || SERIALIZATION_FAILURE.equals(e.getSQLState())) {
        rollBack(e);
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
   * Undoes what was done since, if the transaction is still the same: a deadlock ends it, and the
   * driver may have gone on with the other entries of its batch, in a new one.
   */
  private void rollBackTo(Savepoint before, SQLException because) throws SQLException {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      refuseToGoOn(because, e);
    }
  }

  /** Sees to it that the transaction is still the same; the savepoint is gone in any case. */
  private void makeSureItGoesOn(Savepoint before, SQLException because) throws SQLException {
    try {
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      refuseToGoOn(because, e);
    }
  }

  private void refuseToGoOn(SQLException because, SQLException e) throws SQLException {
    if (!errors.isSavepointGone(e)) {
      throw e;
    }
    connection.rollback();
    tally.retryable();
    because.addSuppressed(e);
    throw new SQLTransactionRollbackException(
        "The server ended the transaction while a declared column came or went. Run the"
            + " transaction again.",
        SERIALIZATION_FAILURE,
        because);
  }

  /**
   * Runs a batch whose entries the engine runs one by one. Where one was refused because a table
   * had changed, it and those that have not run yet are translated anew, and sent by themselves.
   *
   * @return the update counts of all entries
   */
  long[] runRows(RowBatch batch) throws SQLException {
    try (StatementDatabase.Stay stay = database.enter(batch.statement())) {
      return untilAllRan(batch);
    }
  }

  private long[] untilAllRan(RowBatch batch) throws SQLException {
    RowBatchRun run = new RowBatchRun(batch.size());
    for (int made = 0; made < MAX_ATTEMPTS; made++) {
      Translation translation = batch.translate();
      Savepoint before = goesOnAfterErrors && isInTransaction() ? connection.setSavepoint() : null;
      try {
        Done<long[]> done = runPending(batch, translation, run.pending());
        if (done == null) {
          tally.resent();
          continue;
        }
        long[] counts = run.finish(done.value());
        staleInARow = 0;
        if (translation.vanishes()) {
          tally.discarded(batch.sql());
        }
        return counts;
      } catch (SQLException e) {
        run.fail(e);
        if (run.pending().isEmpty() || !isStale(batch, translation, e)) {
          throw run.error(e, made == 0);
        }
        if (before != null) {
          makeSureItGoesOn(before, e);
        }
        tally.resent();
      }
    }
    throw cameAndWent();
  }

  /** Returns null where the text has to be translated anew. */
  private @Nullable Done<long[]> runPending(
      RowBatch batch, Translation translation, List<Integer> pending) throws SQLException {
    PendingRows rows = new PendingRows(batch, pending);
    return isProvenBefore(rows, translation)
        ? underLock(rows, translation)
        : new Done<>(rows.with(translation));
  }

  /**
   * Whether a batch is one of entries that each have a fate of their own. On PostgreSQL the driver
   * sends a long batch in parts, and in its simple query mode each entry by itself: in auto-commit
   * mode what was done stays done, and the counts tell what that is (pgjdbc 42.7.14: tried).
   */
  boolean runsRows(Translation translation) throws SQLException {
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
   * A write that had no effect either had none to have, or its column was there. In a transaction
   * the write has locked the table, so that the guards tell which. In autocommit the column may be
   * gone again by now, which would look as if it had never been there: there the write is done once
   * more, under the lock.
   */
  private <R> @Nullable Done<R> withoutEffect(Attempt<R> attempt, Translation translation, R result)
      throws SQLException {
    if (isInTransaction()) {
      return hasCome(translation.guards()) ? null : new Done<>(result);
    }
    return underLock(attempt, translation);
  }

  private static boolean isProvenBefore(Attempt<?> attempt, Translation translation) {
    return translation.proof() == Translation.Proof.LOCK
        || (attempt.isBatch() && translation.proof() == Translation.Proof.EFFECT);
  }

  private <R> @Nullable Done<R> underLock(Attempt<R> attempt, Translation translation)
      throws SQLException {
    if (isInTransaction()) {
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
      rollBack(e);
      throw e;
    } finally {
      connection.setAutoCommit(true);
      attempt.statement().setFetchSize(fetchSize);
    }
  }

  private <R> @Nullable Done<R> locked(Attempt<R> attempt, Translation translation)
      throws SQLException {
    for (Guard guard : translation.guards()) {
      if (!guard.lock().isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(guard.lock());
        }
      }
    }
    return hasCome(translation.guards()) ? null : new Done<>(attempt.with(translation));
  }

  private void rollBack(Exception because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
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

  /** Whether a transaction goes on behind the next statement. */
  private boolean isInTransaction() throws SQLException {
    return !connection.getAutoCommit() || openTransaction.goesOn();
  }

  /** Whether a column that was taken for missing is there; what is learnt is remembered. */
  private boolean hasCome(List<Guard> guards) throws SQLException {
    boolean any = false;
    for (Guard guard : guards) {
      List<Boolean> missing = ask(guard.probe());
      List<String> come = new ArrayList<>();
      for (int i = 0; i < guard.columns().size(); i++) {
        if (!missing.get(i)) {
          come.add(guard.columns().get(i));
        }
      }
      if (missing.contains(false)) {
        any = true;
        if (come.isEmpty()) {
          knowledge.forget(guard.path());
        } else {
          knowledge.learn(guard.path(), come);
        }
      }
    }
    return any;
  }

  private List<Boolean> ask(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      List<Boolean> answers = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        answers.add(row.getBoolean(i));
      }
      return answers;
    }
  }

  /** Whether an error comes of knowledge that was old, and the text is to be translated anew. */
  private boolean isStale(Translatable attempt, Translation translation, SQLException e)
      throws SQLException {
    if (!errors.mayComeFromAChangedTable(e)) {
      return false;
    }
    if (errors.isSnapshotTooOld(e)) {
      tally.retryable();
      throw new SQLTransactionRollbackException(
          "A table was changed behind the transaction's snapshot. Run the transaction again.",
          SERIALIZATION_FAILURE,
          e);
    }
    boolean failed = errors.endTransactions() && isTransactionFailed();
    boolean looksStale = signs.are(attempt.sql(), translation, e) && isStillCredible(attempt.sql());
    if (staleInARow > 1 && !failed && isInTransaction()) {
      knowledge.distrustSnapshot();
    } else {
      knowledge.forgetAll();
    }
    if (failed) {
      refuseToGoOn(looksStale, e);
      return false;
    }
    return looksStale || !attempt.translate().sql().equals(translation.sql());
  }

  /** Whether a part of a batch took effect: running it again would run that part twice. */
  private static boolean hasSucceededInPart(SQLException e) {
    return e instanceof BatchUpdateException batch
        && Arrays.stream(batch.getLargeUpdateCounts())
            .anyMatch(count -> count != Statement.EXECUTE_FAILED);
  }

  private boolean isTransactionFailed() throws SQLException {
    try {
      ask("SELECT true");
      return false;
    } catch (SQLException e) {
      if (errors.isInFailedTransaction(e)) {
        return true;
      }
      throw e;
    }
  }

  private void refuseToGoOn(boolean looksStale, SQLException e) throws SQLException {
    if (looksStale) {
      tally.retryable();
      throw new SQLTransactionRollbackException(
          "A declared column came or went in the middle of the transaction, which the server has"
              + " given up. Run the transaction again.",
          SERIALIZATION_FAILURE,
          e);
    }
  }

  /** A text that fails time and again, whatever the tables have, is wrong by itself. */
  private boolean isStillCredible(String sql) {
    staleInARow = lastStale.equals(sql) ? staleInARow + 1 : 1;
    lastStale = sql;
    return staleInARow <= MAX_STALE_IN_A_ROW;
  }
}
