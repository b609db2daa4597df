package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Cancellation, time-outs, several threads, killed connections, errors of every class. */
final class TroubleProbes {

  private TroubleProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("trouble: cancelled", TroubleProbes::cancelled);
    all.put("trouble: query time-out", TroubleProbes::queryTimeout);
    all.put("trouble: lock time-out", TroubleProbes::lockTimeout);
    all.put("trouble: killed", TroubleProbes::killed);
    all.put("trouble: several threads", TroubleProbes::threads);
    all.put("trouble: errors of the server", TroubleProbes::errors);
  }

  private static void cancelled(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(bench.engine().sleep(20))) {
      seen.act("idle", statement::cancel);
      for (Statement each : new Statement[] {statement, prepared}) {
        CompletableFuture<Void> cancel =
            CompletableFuture.runAsync(
                () -> cancel(each), CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS));
        seen.see(
            "running",
            () ->
                each == prepared
                    ? Rendering.rows(prepared.executeQuery())
                    : Rendering.rows(statement.executeQuery(bench.engine().sleep(20))));
        cancel.get();
      }
      seen.see("after", () -> Rendering.rows(statement.executeQuery("SELECT 1")));
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void queryTimeout(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(bench.engine().sleep(20))) {
      statement.setQueryTimeout(1);
      prepared.setQueryTimeout(1);
      seen.see("statement", () -> statement.executeQuery(bench.engine().sleep(20)).next());
      seen.see("prepared", () -> prepared.executeQuery().next());
      seen.see("after", () -> Rendering.rows(statement.executeQuery("SELECT 1")));
    }
  }

  private static void lockTimeout(Bench bench, Transcript seen) throws Exception {
    try (Connection holder = bench.aside();
        Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("UPDATE item SET note = 'held' WHERE id = 1");
      String wait =
          bench.onPostgresql() ? "SET lock_timeout = 300" : "SET innodb_lock_wait_timeout = 1";
      statement.execute(wait);
      connection.setAutoCommit(false);
      seen.see("write", () -> statement.executeUpdate("UPDATE item SET note = 'w' WHERE id = 1"));
      seen.see(
          "lock",
          () -> statement.executeQuery("SELECT 1 FROM item WHERE id = 1 FOR UPDATE NOWAIT"));
      connection.rollback();
      holder.rollback();
      seen.see("after", () -> statement.executeUpdate("UPDATE item SET note = 'w' WHERE id = 1"));
      connection.rollback();
    }
  }

  private static void killed(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Connection killer = bench.aside();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT name FROM item")) {
      ResultSet self = statement.executeQuery(bench.engine().self());
      self.next();
      killer.createStatement().execute(bench.engine().kill(self.getLong(1)));
      Thread.sleep(200);
      seen.see("valid", () -> connection.isValid(2));
      seen.see("prepared", () -> prepared.executeQuery().next());
      seen.see("statement", () -> statement.executeQuery("SELECT 1").next());
      seen.see("closed", connection::isClosed);
      seen.act("commit", connection::commit);
      seen.act("autocommit", () -> connection.setAutoCommit(false));
    }
  }

  /** One connection, used by several threads at a time: the drivers let them take turns. */
  private static void threads(Bench bench, Transcript seen) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (Connection connection = bench.connect()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int n = i;
        answers.add(pool.submit(() -> answer(connection, n)));
      }
      for (Future<String> answer : answers) {
        seen.see("answer", answer::get);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static String answer(Connection connection, int n) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT t FROM big WHERE n = ?")) {
      statement.setInt(1, n);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "none";
      }
    }
  }

  private static void errors(Bench bench, Transcript seen) throws Exception {
    List<String> wrong =
        List.of(
            "SELECT * FROM nosuch",
            "SELECT nosuch()",
            "SELECT 'x' + ",
            "INSERT INTO item (id, name) VALUES (1, 'q')",
            "INSERT INTO item (name) VALUES (NULL)",
            "UPDATE item SET price = 99999999999",
            "UPDATE item SET name = repeat('x', 50)",
            "INSERT INTO kinds (id, c_date) VALUES (9, 'yesterday-ish')",
            "SELECT 1 FROM item, item",
            "SELECT id FROM item GROUP BY name, nosuch",
            "DROP TABLE nosuch",
            "CREATE TABLE item (x int)",
            "GRANT ALL ON nosuch TO nobody",
            "SELECT (SELECT id FROM item)",
            "COMMIT PREPARED 'x'");
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : wrong) {
        seen.see(sql, () -> statement.execute(sql));
        seen.see("prepared", () -> connection.prepareStatement(sql).execute());
        seen.see("large", () -> statement.executeLargeUpdate(sql, 1));
      }
    }
  }
}
