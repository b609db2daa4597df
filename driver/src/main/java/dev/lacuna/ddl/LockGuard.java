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
import java.time.Duration;
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

  /** What the session has: its lock time-out, and the server's number for it. */
  private record Own(long timeoutMillis, String id) {}

  private final Engine engine;
  private final Connection connection;
  private final DdlOptions options;
  private final Gate.Opener opener;

  private LockGuard(Engine engine, Connection connection, DdlOptions options, Gate.Opener opener) {
    this.engine = engine;
    this.connection = connection;
    this.options = options;
    this.opener = opener;
  }

  /**
   * Makes one attempt.
   *
   * @param <R> what that returns
   */
  @FunctionalInterface
  interface Run<R> {
    R run() throws SQLException;
  }

  static LockGuard of(
      Engine engine, Connection connection, DdlOptions options, Gate.Opener opener) {
    return engine == Engine.POSTGRESQL
        ? new Postgresql(connection, options, opener)
        : new Mysql(engine, connection, options, opener);
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
   * @param repeatable whether it may be run again; in a transaction of PostgreSQL it is not
   * @throws SQLException the driver's own, also when the lock was not had in the last attempt
   */
  final <R> R run(boolean transaction, boolean repeatable, Run<R> run) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Own own = own(statement);
      long before = own.timeoutMillis();
      long wanted = options.lockTimeout().toMillis();
      setTimeout(statement, transaction, before == 0 ? wanted : Math.min(before, wanted));
      boolean done = false;
      try (BlockedWatch watch = new BlockedWatch(engine, own.id(), opener, options.budget())) {
        int retries = repeatable && !isLostWith(transaction) ? options.retries() : 0;
        R result = repeatedly(retries, watch, run);
        done = true;
        return result;
      } finally {
        if (done || !isLostWith(transaction)) {
          setTimeout(statement, transaction, before);
        }
      }
    }
  }

  private <R> R repeatedly(int retries, BlockedWatch watch, Run<R> run) throws SQLException {
    for (int attempt = 0; ; attempt++) {
      watch.attemptBegins();
      try {
        return run.run();
      } catch (SQLException e) {
        watch.attemptEnds();
        if (!gaveWay(e) || attempt >= retries || watch.isSpent()) {
          throw watch.isSpent() && gaveWay(e) ? spent(e, watch) : e;
        }
        long pause = pauseMillis(attempt);
        LOG.info(
            "DDL did not get its lock within {} ms and gave way; others have waited {} ms behind it,"
                + " together; attempt {} of {} comes in {} ms",
            options.lockTimeout().toMillis(),
            watch.blocked().toMillis(),
            attempt + 2,
            retries + 1,
            pause);
        sleep(pause, e);
      } finally {
        watch.attemptEnds();
      }
    }
  }

  private SQLException spent(SQLException e, BlockedWatch watch) {
    String message =
        """
        %s
        Why: others have waited %.1f s behind the statement, all of them and all its tries together; \
        lacuna.ddl.budget is %.1f s.
        Instead: run it when less is going on, or give it a greater budget."""
            .formatted(e.getMessage(), seconds(watch.blocked()), seconds(options.budget()));
    return new SQLException(message, e.getSQLState(), e.getErrorCode(), e);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  /** Doubles from attempt to attempt; the jitter keeps several instances out of step. */
  static long pauseMillis(int attempt) {
    long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt, 10), LONGEST_PAUSE_MILLIS);
    return ThreadLocalRandom.current().nextLong(pause / 2, pause * 3 / 2);
  }

  static void sleep(long millis, SQLException because) throws SQLException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw because;
    }
  }

  private Own own(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(ownQuery())) {
      row.next();
      return new Own(timeoutMillis(row), row.getString(2));
    }
  }

  /** Asks for the time-out, and for the server's number for this session. */
  abstract String ownQuery();

  abstract long timeoutMillis(ResultSet row) throws SQLException;

  abstract void setTimeout(Statement statement, boolean transaction, long millis)
      throws SQLException;

  /** Whether a statement failed because it was not to wait any longer. */
  abstract boolean gaveWay(SQLException e);

  /** Whether an error ends what was set with the transaction. */
  abstract boolean isLostWith(boolean transaction);

  private static final class Postgresql extends LockGuard {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String CANCELED = "57014";

    Postgresql(Connection connection, DdlOptions options, Gate.Opener opener) {
      super(Engine.POSTGRESQL, connection, options, opener);
    }

    @Override
    String ownQuery() {
      return "SELECT setting, pg_catalog.pg_backend_pid() FROM pg_catalog.pg_settings WHERE name ="
          + " 'lock_timeout'";
    }

    @Override
    long timeoutMillis(ResultSet row) throws SQLException {
      return row.getLong(1);
    }

    @Override
    void setTimeout(Statement statement, boolean transaction, long millis) throws SQLException {
      statement.execute("SET " + (transaction ? "LOCAL " : "") + "lock_timeout = " + millis);
    }

    @Override
    boolean gaveWay(SQLException e) {
      return LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || CANCELED.equals(e.getSQLState());
    }

    @Override
    boolean isLostWith(boolean transaction) {
      return transaction;
    }
  }

  private static final class Mysql extends LockGuard {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final int INTERRUPTED = 1317;

    Mysql(Engine engine, Connection connection, DdlOptions options, Gate.Opener opener) {
      super(engine, connection, options, opener);
    }

    @Override
    String ownQuery() {
      return "SELECT @@SESSION.lock_wait_timeout, CONNECTION_ID()";
    }

    @Override
    long timeoutMillis(ResultSet row) throws SQLException {
      return row.getLong(1) * 1000;
    }

    @Override
    void setTimeout(Statement statement, boolean transaction, long millis) throws SQLException {
      statement.execute("SET SESSION lock_wait_timeout = " + (millis + 999) / 1000);
    }

    @Override
    boolean gaveWay(SQLException e) {
      return e.getErrorCode() == LOCK_WAIT_TIMEOUT || e.getErrorCode() == INTERRUPTED;
    }

    @Override
    boolean isLostWith(boolean transaction) {
      return false;
    }
  }
}
