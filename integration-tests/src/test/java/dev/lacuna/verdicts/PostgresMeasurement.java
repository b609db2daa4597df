package dev.lacuna.verdicts;

import dev.lacuna.ddl.effect.Lock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs a statement on PostgreSQL and watches what it does: in a transaction that is rolled back or,
 * where the statement refuses to be in one, while another transaction makes it wait.
 */
final class PostgresMeasurement {

  private static final String RELATIONS =
      "SELECT c.oid::bigint, coalesce(t.relname, c.relname)::text FROM pg_class c LEFT JOIN pg_index i"
          + " ON i.indexrelid = c.oid LEFT JOIN pg_class t ON t.oid = i.indrelid WHERE"
          + " c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'i', 'I')";

  private static final String LOCKS =
      "SELECT relation::bigint, mode FROM pg_locks WHERE relation IS NOT NULL AND pid = ";

  private static final String READS =
      "SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) FROM ";

  private static final String FILES =
      "SELECT string_agg(c.oid || ':' || pg_relation_filenode(c.oid), ',' ORDER BY c.oid) FROM pg_class"
          + " c WHERE c.relkind IN ('r', 'm') AND c.relnamespace = 'public'::regnamespace AND"
          + " (pg_relation_filenode(c.oid) IS NOT NULL) AND pg_relation_size(c.oid) > 0";

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** What a materialized view answers to a writer that got its lock. */
  private static final Set<String> NOT_WRITTEN = Set.of("42809", "0A000", "55000");

  private static final long PATIENCE_SECONDS = 20;

  private final String url;
  private final Map<Long, String> tables = new HashMap<>();

  PostgresMeasurement(String url) throws SQLException {
    this.url = url;
    try (Connection watcher = DriverManager.getConnection(url);
        Statement statement = watcher.createStatement();
        ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        tables.put(row.getLong(1), row.getString(2));
      }
    }
  }

  /** In a transaction, which is rolled back. */
  Measured inTransaction(Connection connection, String sql, String table) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        Connection watcher = DriverManager.getConnection(url)) {
      String filesBefore = text(statement, FILES);
      long pid = number(statement, "SELECT pg_backend_pid()");
      statement.execute(sql);
      boolean scans = number(statement, READS + "pg_stat_xact_user_tables") > 0;
      boolean rewrites = isNew(filesBefore, text(statement, FILES));
      return watch(watcher, pid, table, rewrites, scans);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Outside of transactions: a writer that has not committed yet makes the statement wait. */
  Measured alone(Connection connection, String sql, String table) throws Exception {
    return alone(connection, sql, table, "");
  }

  /**
   * The same for a statement that fails behind that.
   *
   * @param error the SQLState that rows give rise to, which so were read; empty for none
   */
  Measured alone(Connection connection, String sql, String table, String error) throws Exception {
    try (Connection writer = DriverManager.getConnection(url);
        Connection watcher = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        Statement write = writer.createStatement();
        Statement watch = watcher.createStatement()) {
      String filesBefore = text(watch, FILES);
      long readBefore = settledReads(watch);
      long pid = number(statement, "SELECT pg_backend_pid()");
      writer.setAutoCommit(false);
      write.execute("LOCK TABLE " + table + " IN ROW EXCLUSIVE MODE");
      CompletableFuture<Void> run = CompletableFuture.runAsync(() -> execute(statement, sql));
      awaitWaiting(watch, pid, run);
      Measured seen = watch(watcher, pid, table, false, false);
      writer.rollback();
      boolean failed = hasFailed(run, error);
      boolean scans = failed || hasRead(statement, watch, readBefore);
      boolean rewrites = isNew(filesBefore, text(watch, FILES));
      return new Measured(
          seen.lock(), seen.others(), seen.readsWait(), seen.writesWait(), rewrites, scans);
    }
  }

  /** Waits for the end; any other failure than the expected one is thrown. */
  private static boolean hasFailed(CompletableFuture<Void> run, String error) throws Exception {
    try {
      run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return false;
    } catch (ExecutionException e) {
      boolean expected =
          e.getCause() instanceof SQLException failure && error.equals(failure.getSQLState());
      if (!expected) {
        throw e;
      }
      return true;
    }
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static void awaitWaiting(Statement watch, long pid, CompletableFuture<Void> run)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = " + pid;
    while (number(watch, waiting) == 0 && !run.isDone() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
  }

  private static long settledReads(Statement watch) throws Exception {
    long before = -1;
    long now = number(watch, READS + "pg_stat_user_tables");
    while (now != before) {
      Thread.sleep(400);
      before = now;
      now = number(watch, READS + "pg_stat_user_tables");
    }
    return now;
  }

  /** The server's statistics come late: at once from 15 on if asked, else within a second. */
  private static boolean hasRead(Statement worker, Statement watch, long before) throws Exception {
    worker.execute("SELECT 1");
    for (int i = 0; i < 30; i++) {
      if (number(watch, READS + "pg_stat_user_tables") > before) {
        return true;
      }
      Thread.sleep(50);
      worker.execute("SELECT 1");
    }
    return false;
  }

  private Measured watch(
      Connection watcher, long pid, String table, boolean rewrites, boolean scans)
      throws SQLException {
    Map<String, Lock> locks = new HashMap<>();
    try (Statement statement = watcher.createStatement()) {
      try (ResultSet row = statement.executeQuery(LOCKS + pid)) {
        while (row.next()) {
          String owner = tables.get(row.getLong(1));
          if (owner != null) {
            locks.merge(owner, Lock.ofPgLocks(row.getString(2)), Lock::or);
          }
        }
      }
      statement.execute("SET lock_timeout = '25ms'");
      boolean readsWait = waits(statement, "SELECT 1 FROM " + table + " LIMIT 0");
      boolean writesWait = waits(statement, "DELETE FROM " + table + " WHERE false");
      locks.values().removeIf(lock -> lock.compareTo(Lock.SHARE_UPDATE_EXCLUSIVE) < 0);
      Lock own = locks.getOrDefault(table, Lock.NONE);
      locks.remove(table);
      return new Measured(own, locks, readsWait, writesWait, rewrites, scans);
    }
  }

  private static boolean waits(Statement statement, String sql) throws SQLException {
    try {
      statement.getConnection().setAutoCommit(false);
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      boolean nobodyWrites = NOT_WRITTEN.contains(String.valueOf(e.getSQLState()));
      if (!nobodyWrites && !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw e;
      }
      return !nobodyWrites;
    } finally {
      statement.getConnection().rollback();
      statement.getConnection().setAutoCommit(true);
    }
  }

  /** Whether a table that was there has a file with rows that it had not before. */
  private static boolean isNew(String before, String after) {
    Map<String, String> known = new HashMap<>();
    for (String file : before.split(",", -1)) {
      known.put(file.substring(0, file.indexOf(':')), file);
    }
    for (String file : after.split(",", -1)) {
      String earlier = known.get(file.substring(0, file.indexOf(':')));
      if (earlier != null && !earlier.equals(file)) {
        return true;
      }
    }
    return false;
  }

  private static long number(Statement statement, String query) throws SQLException {
    return Long.parseLong(text(statement, query));
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
