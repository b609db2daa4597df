package dev.lacuna.ddl;

import dev.lacuna.ddl.History.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A text that runs, and is recorded. Each {@link #send} is an attempt.
 *
 * @param <R> what running it returns
 */
final class Recording<R> implements Gate.Send<R> {

  private static final String NOT_IN_A_TRANSACTION = "25001";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final History history;
  private final List<HistoryEntry> entries;
  private final boolean transaction;
  private final boolean alone;
  private final Gate.Send<R> inner;
  private int attempts;
  private long firstBegin;
  private long lastBegin;

  /**
   * Of one text.
   *
   * @param transaction whether a transaction goes on behind it
   * @param alone whether it is a single statement
   */
  Recording(
      History history,
      List<HistoryEntry> entries,
      boolean transaction,
      boolean alone,
      Gate.Send<R> inner) {
    this.history = history;
    this.entries = List.copyOf(entries);
    this.transaction = transaction;
    this.alone = alone;
    this.inner = inner;
  }

  /**
   * Records what comes of all attempts, should they fail. In a transaction of PostgreSQL's that has
   * failed, nothing can be written, and nothing was done.
   */
  R conclude(LockGuard.Run<R> all) throws SQLException {
    try {
      return all.run();
    } catch (SQLException e) {
      if (!history.isOnPostgresql() || !transaction) {
        // Of several statements, nobody knows which have run.
        String what = alone ? "failed " : "unclear ";
        history.write(entries, outcome(what + e.getSQLState()), false);
      }
      throw e;
    }
  }

  @Override
  public R send(String sql) throws SQLException {
    lastBegin = System.nanoTime();
    if (attempts++ == 0) {
      firstBegin = lastBegin;
    }
    return history.isOnPostgresql() && !transaction && alone
        ? together(sql)
        : oneBehindTheOther(sql);
  }

  private R oneBehindTheOther(String sql) throws SQLException {
    R result = inner.send(sql);
    history.write(entries, succeeded(), transaction);
    return result;
  }

  /** In one transaction, where the statement would have had one of its own. */
  private R together(String sql) throws SQLException {
    Connection connection = history.connection();
    connection.setAutoCommit(false);
    try {
      R result = inner.send(sql);
      history.write(entries, succeeded(), true);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException e) {
      undo(connection, e);
      boolean refused =
          e instanceof SQLException error && NOT_IN_A_TRANSACTION.equals(error.getSQLState());
      if (!refused) {
        throw e;
      }
    }
    // CONCURRENTLY, VACUUM and others refuse a transaction before they do anything.
    return oneBehindTheOther(sql);
  }

  private static void undo(Connection connection, Exception because) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * The drivers of MySQL and MariaDB tell of an error in a later statement when it is asked for.
   */
  private Outcome succeeded() {
    return outcome(alone || history.isOnPostgresql() ? "succeeded" : "sent");
  }

  private Outcome outcome(String text) {
    long now = System.nanoTime();
    return new Outcome(
        text,
        attempts,
        (lastBegin - firstBegin) / NANOS_PER_MILLI,
        (now - lastBegin) / NANOS_PER_MILLI);
  }
}
