package dev.lacuna.failures;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What goes wrong between an application and its database. */
final class Scenarios {

  /** Something that goes wrong. */
  interface Scenario {
    void on(Way way, Observations seen) throws Exception;
  }

  static final String READ = "SELECT id, nickname FROM users WHERE nickname IS NULL ORDER BY id";
  static final String WRITE = "UPDATE users SET nickname = ? WHERE id = 1";
  static final String SLEEP = "SELECT nickname, pg_sleep(30) FROM users WHERE id = 1";

  private Scenarios() {}

  static Map<String, Scenario> all() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("backend killed between two statements", Scenarios::killedBetween);
    all.put("backend killed in a transaction", Scenarios::killedInTransaction);
    all.put("backend killed while a statement runs", Scenarios::killedWhileRunning);
    all.put("pool exhausted", Scenarios::poolExhausted);
    all.put("pooled connection killed", Scenarios::pooledConnectionKilled);
    all.put("closed twice", Scenarios::closedTwice);
    all.put("used after close", Scenarios::usedAfterClose);
    all.put("cancelled", Scenarios::cancelled);
    all.put("query timeout", Scenarios::queryTimeout);
    all.put("socket timeout", Scenarios::socketTimeout);
    all.put("lock timeout", Scenarios::lockTimeout);
    all.put("error in a transaction", Scenarios::errorInTransaction);
    all.put("constraint violated", Scenarios::constraintViolated);
    all.put("read-only connection", Scenarios::readOnly);
    all.put("aborted by the application", Scenarios::aborted);
    all.put("nobody listens, no such database", Scenarios::noConnection);
    return all;
  }

  private static void killedBetween(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect();
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setString(1, "a");
      seen.note("before", write::executeUpdate);
      way.kill(connection);
      seen.note("first after", write::executeUpdate);
      seen.note("second after", write::executeUpdate);
      aftermath(connection, seen);
    }
  }

  private static void killedInTransaction(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect()) {
      connection.setAutoCommit(false);
      seen.note("before", () -> count(connection));
      way.kill(connection);
      seen.note("after", () -> count(connection));
      seen.note("commit", () -> done(connection::commit));
      seen.note("rollback", () -> done(connection::rollback));
      aftermath(connection, seen);
    }
  }

  private static void killedWhileRunning(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect();
        Statement statement = connection.createStatement()) {
      CompletableFuture<Void> killing = whenAsleep(way, () -> way.database().run(KILL_SLEEPERS));
      seen.note("running", () -> statement.executeQuery(SLEEP));
      killing.get();
      aftermath(connection, seen);
    }
  }

  private static final String KILL_SLEEPERS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
          + " AND datname = current_database()";

  private static void poolExhausted(Way way, Observations seen) throws Exception {
    try (HikariDataSource pool = pool(way)) {
      try (Connection only = pool.getConnection()) {
        seen.note("the only one", () -> count(only));
        seen.note("one more", pool::getConnection);
        seen.note("the only one, again", () -> count(only));
      }
      try (Connection next = pool.getConnection()) {
        seen.note("after it was returned", () -> count(next));
      }
      seen.note("connections", way::connections);
    }
    seen.note("connections after the pool", way::connectionsLeft);
  }

  private static void pooledConnectionKilled(Way way, Observations seen) throws Exception {
    try (HikariDataSource pool = pool(way)) {
      try (Connection connection = pool.getConnection()) {
        seen.note("before", () -> count(connection));
        way.kill(connection);
        seen.note("after", () -> count(connection));
      }
      try (Connection connection = pool.getConnection()) {
        seen.note("from the pool again", () -> count(connection));
      }
    }
  }

  private static void closedTwice(Way way, Observations seen) throws Exception {
    Connection connection = way.connect();
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery(READ);
    for (String time : List.of("first", "second")) {
      seen.note("rows, " + time, () -> done(rows::close));
      seen.note("statement, " + time, () -> done(statement::close));
      seen.note("connection, " + time, () -> done(connection::close));
    }
    seen.note("closed", () -> rows.isClosed() && statement.isClosed() && connection.isClosed());
  }

  private static void usedAfterClose(Way way, Observations seen) throws Exception {
    Connection connection = way.connect();
    PreparedStatement statement = connection.prepareStatement(READ);
    ResultSet rows = statement.executeQuery();
    statement.close();
    seen.note("rows of a closed statement", rows::next);
    seen.note("closed statement", statement::executeQuery);
    seen.note("closed statement, parameter", () -> done(() -> statement.setInt(1, 1)));
    Statement open = connection.createStatement();
    connection.close();
    seen.note("statement of a closed connection", () -> open.executeQuery(READ));
    seen.note("closed connection, createStatement", connection::createStatement);
    seen.note("closed connection, prepareStatement", () -> connection.prepareStatement(READ));
    seen.note("closed connection, commit", () -> done(connection::commit));
    seen.note("closed connection, isValid", () -> connection.isValid(1));
  }

  private static void cancelled(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect();
        Statement statement = connection.createStatement()) {
      CompletableFuture<Void> cancelling = whenAsleep(way, statement::cancel);
      seen.note("cancelled", () -> statement.executeQuery(SLEEP));
      cancelling.get();
      seen.note("afterwards", () -> count(connection));
      seen.note("cancel of nothing", () -> done(statement::cancel));
    }
  }

  private static void queryTimeout(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect();
        PreparedStatement statement = connection.prepareStatement(SLEEP)) {
      statement.setQueryTimeout(1);
      seen.note("timed out", statement::executeQuery);
      seen.note("afterwards", () -> count(connection));
      seen.note("time-out", statement::getQueryTimeout);
    }
  }

  private static void socketTimeout(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect("&socketTimeout=1");
        PreparedStatement statement = connection.prepareStatement(SLEEP)) {
      seen.note("timed out", statement::executeQuery);
      aftermath(connection, seen);
    }
    way.database().run(KILL_SLEEPERS);
  }

  private static void lockTimeout(Way way, Observations seen) throws Exception {
    try (Connection holder = way.connect();
        Connection connection = way.connect("&options=-c%20lock_timeout=200")) {
      holder.setAutoCommit(false);
      seen.note("holder", () -> update(holder, "x"));
      seen.note("waiter", () -> update(connection, "y"));
      holder.rollback();
      seen.note("waiter again", () -> update(connection, "z"));
    }
  }

  private static void errorInTransaction(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect()) {
      connection.setAutoCommit(false);
      seen.note("good", () -> update(connection, "x"));
      seen.note("bad", () -> Way.longFrom(connection, "SELECT 1 / (id - 1) FROM users"));
      seen.note("read in the aborted transaction", () -> count(connection));
      seen.note("write in the aborted transaction", () -> update(connection, "y"));
      connection.rollback();
      seen.note("after the rollback", () -> update(connection, "z"));
      connection.rollback();
    }
  }

  private static void constraintViolated(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect();
        Statement statement = connection.createStatement()) {
      String insert = "INSERT INTO users (id, name, nickname) VALUES ";
      seen.note("key", () -> statement.executeUpdate(insert + "(1, 'Zoe', 'z')"));
      seen.note("unique", () -> statement.executeUpdate(insert + "(9, 'Ada', 'a')"));
      statement.addBatch(insert + "(2, 'Zoe', 'z')");
      seen.note("batch", statement::executeBatch);
    }
  }

  private static void readOnly(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect()) {
      connection.setReadOnly(true);
      seen.note("read", () -> count(connection));
      seen.note("write", () -> update(connection, "x"));
    }
  }

  private static void aborted(Way way, Observations seen) throws Exception {
    try (Connection connection = way.connect()) {
      connection.setNetworkTimeout(Runnable::run, 5000);
      seen.note("network time-out", connection::getNetworkTimeout);
      connection.abort(Runnable::run);
      seen.note("after", () -> count(connection));
      aftermath(connection, seen);
    }
  }

  private static void noConnection(Way way, Observations seen) throws Exception {
    String port = ":" + way.database().port() + "/";
    String name = "/" + way.database().name() + "?";
    seen.note("nobody listens", () -> DriverManager.getConnection(way.url().replace(port, ":1/")));
    seen.note(
        "no such database", () -> DriverManager.getConnection(way.url().replace(name, "/none?")));
    seen.note("unknown user", () -> way.connect("&user=nobody"));
  }

  /** What an application, or its pool, asks a connection that has failed. */
  static void aftermath(Connection connection, Observations seen) throws Exception {
    seen.note("isValid", () -> connection.isValid(1));
    seen.note("isClosed", connection::isClosed);
    seen.note("one more statement", () -> count(connection));
    seen.note("close", () -> done(connection::close));
  }

  private static int count(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet rows = statement.executeQuery()) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  private static int update(Connection connection, String nickname) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setString(1, nickname);
      return statement.executeUpdate();
    }
  }

  /** A call that gives nothing. */
  private interface Call {
    void make() throws SQLException;
  }

  private static String done(Call call) throws SQLException {
    call.make();
    return "done";
  }

  private static CompletableFuture<Void> whenAsleep(Way way, Call call) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            way.awaitSleeper();
            call.make();
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static HikariDataSource pool(Way way) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(way.url());
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(500);
    return pool;
  }
}
