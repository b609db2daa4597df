package dev.lacuna.storm;

import dev.lacuna.servers.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes statements take turns on {@code users}: the server's queue for the table's lock is fair.
 */
record Turns(TestDatabase database) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Does the work, with DDL queued behind the first statement of it that needs the table: before
   * whatever the work sends next, unless it has kept the lock.
   */
  <T> T workThenDdl(Callable<T> work, String ddl)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    FutureTask<T> working = new FutureTask<>(work);
    FutureTask<Boolean> changing =
        new FutureTask<>(
            () -> {
              database.run(ddl);
              return true;
            });
    try (Connection gate = database.plain();
        Statement lock = gate.createStatement()) {
      gate.setAutoCommit(false);
      lock.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
      start(working);
      awaitWaiters(1);
      start(changing);
      awaitWaiters(2);
      gate.commit();
    }
    changing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return working.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static void start(FutureTask<?> task) {
    Thread thread = new Thread(task, "turn");
    thread.setDaemon(true);
    thread.start();
  }

  private void awaitWaiters(int count) throws SQLException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      while (waiters(statement) != count) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException("There never were " + count + " waiters for the table.");
        }
        Thread.sleep(2);
      }
    }
  }

  private static int waiters(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'users'::regclass")) {
      waiting.next();
      return waiting.getInt(1);
    }
  }
}
