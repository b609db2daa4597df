package dev.lacuna.ddl;

import dev.lacuna.config.DdlOptions;
import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.CreateIndex;
import dev.lacuna.ddl.change.Change.DetachPartition;
import dev.lacuna.ddl.change.Change.DropIndex;
import dev.lacuna.ddl.change.Change.Reindex;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the wait of a statement for its locks, and tries again: while it waits, every later reader
 * and writer of the table waits behind it. The connection's own time-out is put back afterwards.
 *
 * <p>PostgreSQL 18 manual, 19.11 {@code lock_timeout}; MySQL 9.7 Reference Manual, 7.1.8 {@code
 * lock_wait_timeout}, which MariaDB has too.
 */
abstract class LockGuard {

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final Connection connection;
  private final DdlOptions options;

  private LockGuard(Connection connection, DdlOptions options) {
    this.connection = connection;
    this.options = options;
  }

  static LockGuard of(Engine engine, Connection connection, DdlOptions options) {
    return engine == Engine.POSTGRESQL
        ? new Postgresql(connection, options)
        : new Mysql(connection, options);
  }

  /** Whether others may wait behind a statement; one that runs CONCURRENTLY waits by itself. */
  static boolean mayBlock(Ddl ddl) {
    return !ddl.changes().stream().allMatch(LockGuard::isConcurrent);
  }

  private static boolean isConcurrent(Change change) {
    return (change instanceof CreateIndex create && create.concurrently())
        || (change instanceof DropIndex drop && drop.concurrently())
        || (change instanceof Reindex reindex && reindex.concurrently())
        || (change instanceof DetachPartition detach && detach.concurrently());
  }

  /**
   * Runs a statement.
   *
   * @throws SQLException the driver's own, also when the lock was not had in the last attempt
   */
  final <R> R run(boolean transaction, boolean repeatable, Gate.Run<R> run) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long before = timeoutMillis(statement);
      long wanted = options.lockTimeout().toMillis();
      setTimeout(statement, transaction, before == 0 ? wanted : Math.min(before, wanted));
      boolean done = false;
      try {
        R result = repeatedly(repeatable ? options.retries() : 0, run);
        done = true;
        return result;
      } finally {
        if (done || !isLostWith(transaction)) {
          setTimeout(statement, transaction, before);
        }
      }
    }
  }

  private <R> R repeatedly(int retries, Gate.Run<R> run) throws SQLException {
    for (int attempt = 0; ; attempt++) {
      try {
        return run.run();
      } catch (SQLException e) {
        if (attempt >= retries || !isLockTimeout(e)) {
          throw e;
        }
        long pause = pauseMillis(attempt);
        LOG.info(
            "DDL did not get its lock within {} ms and gave way; attempt {} of {} comes in {} ms",
            options.lockTimeout().toMillis(),
            attempt + 2,
            retries + 1,
            pause);
        sleep(pause, e);
      }
    }
  }

  /** Doubles from attempt to attempt; the jitter keeps several instances out of step. */
  private static long pauseMillis(int attempt) {
    long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt, 10), LONGEST_PAUSE_MILLIS);
    return ThreadLocalRandom.current().nextLong(pause / 2, pause * 3 / 2);
  }

  private static void sleep(long millis, SQLException because) throws SQLException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw because;
    }
  }

  abstract long timeoutMillis(Statement statement) throws SQLException;

  abstract void setTimeout(Statement statement, boolean transaction, long millis)
      throws SQLException;

  abstract boolean isLockTimeout(SQLException e);

  /** Whether an error ends what was set with the transaction. */
  abstract boolean isLostWith(boolean transaction);

  private static final class Postgresql extends LockGuard {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    Postgresql(Connection connection, DdlOptions options) {
      super(connection, options);
    }

    @Override
    long timeoutMillis(Statement statement) throws SQLException {
      String query = "SELECT setting FROM pg_catalog.pg_settings WHERE name = 'lock_timeout'";
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getLong(1);
      }
    }

    @Override
    void setTimeout(Statement statement, boolean transaction, long millis) throws SQLException {
      statement.execute("SET " + (transaction ? "LOCAL " : "") + "lock_timeout = " + millis);
    }

    @Override
    boolean isLockTimeout(SQLException e) {
      return LOCK_NOT_AVAILABLE.equals(e.getSQLState());
    }

    @Override
    boolean isLostWith(boolean transaction) {
      return transaction;
    }
  }

  private static final class Mysql extends LockGuard {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    Mysql(Connection connection, DdlOptions options) {
      super(connection, options);
    }

    @Override
    long timeoutMillis(Statement statement) throws SQLException {
      try (ResultSet row = statement.executeQuery("SELECT @@SESSION.lock_wait_timeout")) {
        row.next();
        return row.getLong(1) * 1000;
      }
    }

    @Override
    void setTimeout(Statement statement, boolean transaction, long millis) throws SQLException {
      statement.execute("SET SESSION lock_wait_timeout = " + (millis + 999) / 1000);
    }

    @Override
    boolean isLockTimeout(SQLException e) {
      return e.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    @Override
    boolean isLostWith(boolean transaction) {
      return false;
    }
  }
}
