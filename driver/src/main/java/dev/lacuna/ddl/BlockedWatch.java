package dev.lacuna.ddl;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what a statement costs others while it waits for its lock: the time of all the sessions
 * that wait behind it, added up. When that is more than the budget, it has the server cancel the
 * statement.
 *
 * <p>It looks from a connection of its own, which is opened when an attempt takes longer than a
 * moment. Where none is to be had, one session is taken to wait all the time. Thread-safe.
 */
final class BlockedWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("dev.lacuna.ddl");

  /** Shorter attempts are not looked at. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final Questions questions;
  private final Gate.Opener opener;
  private final long budgetNanos;
  private final AtomicLong blockedNanos = new AtomicLong();
  private volatile boolean running;
  private volatile boolean measured;
  private volatile boolean closed;
  private @Nullable Thread thread;
  private long begun;

  BlockedWatch(Engine engine, String session, Gate.Opener opener, Duration budget) {
    this.questions = Questions.of(engine, session);
    this.opener = opener;
    this.budgetNanos = budget.toNanos();
  }

  /** An attempt begins. */
  void attemptBegins() {
    begun = System.nanoTime();
    running = true;
    if (thread == null) {
      Thread watcher = new Thread(this::watch, "lacuna-ddl-watch");
      watcher.setDaemon(true);
      watcher.start();
      thread = watcher;
    }
  }

  /** An attempt is over, with its lock or without; nothing cancels what the session does next. */
  synchronized void attemptEnds() {
    running = false;
    if (!measured) {
      blockedNanos.addAndGet(System.nanoTime() - begun);
    }
  }

  /** What others have waited so far, together. */
  Duration blocked() {
    return Duration.ofNanos(blockedNanos.get());
  }

  boolean isSpent() {
    return blockedNanos.get() >= budgetNanos;
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void watch() {
    try {
      TimeUnit.NANOSECONDS.sleep(MOMENT.toNanos());
      try (Connection connection = opener.open();
          Statement statement = connection.createStatement()) {
        measured = true;
        watch(statement);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException e) {
      measured = false;
      LOG.debug("Who waits behind DDL is not seen: {}", e.getMessage());
    }
  }

  private void watch(Statement statement) throws SQLException, InterruptedException {
    long last = System.nanoTime();
    while (!closed) {
      long sessions = running ? number(statement, questions.waiting()) : 0;
      long now = System.nanoTime();
      blockedNanos.addAndGet(sessions * (now - last));
      last = now;
      if (isSpent()) {
        giveWay(statement);
      }
      TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
    }
  }

  private synchronized void giveWay(Statement statement) throws SQLException {
    if (running && number(statement, questions.isWaiting()) > 0) {
      statement.execute(questions.cancel());
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /**
   * What is asked.
   *
   * @param waiting how many sessions wait behind the statement's
   * @param isWaiting whether the statement itself waits for a lock
   * @param cancel ends the statement
   */
  private record Questions(String waiting, String isWaiting, String cancel) {

    static Questions of(Engine engine, String session) {
      return engine == Engine.POSTGRESQL ? postgresql(session) : mysql(session);
    }

    /** PostgreSQL 18 manual, 9.27.1 "Session Information Functions", pg_blocking_pids. */
    private static Questions postgresql(String session) {
      String from = " FROM pg_catalog.pg_stat_activity WHERE ";
      String waits = "wait_event_type = 'Lock'";
      return new Questions(
          "SELECT count(*)%sCASE WHEN %s THEN %s = ANY (pg_catalog.pg_blocking_pids(pid)) END"
              .formatted(from, waits, session),
          "SELECT count(*)%s%s AND pid = %s".formatted(from, waits, session),
          "SELECT pg_catalog.pg_cancel_backend(" + session + ")");
    }

    /** MySQL 9.7 Reference Manual, 10.14.3 "General Thread States". */
    private static Questions mysql(String session) {
      String waits =
          "SELECT COUNT(*) FROM INFORMATION_SCHEMA.PROCESSLIST WHERE STATE LIKE"
              + " 'Waiting for table metadata lock%' AND ID ";
      return new Questions(
          waits + "<> " + session + " AND DB <=> DATABASE()",
          waits + "= " + session,
          "KILL QUERY " + session);
    }
  }
}
