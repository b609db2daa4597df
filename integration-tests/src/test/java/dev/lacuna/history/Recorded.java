package dev.lacuna.history;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** A database whose DDL is recorded, and what is recorded there. */
record Recorded(TestDatabase database) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new one, with two orders. Its name is new too: what is known of a URL outlives a test. */
  static Recorded on(Engine engine) throws SQLException {
    TestDatabase database =
        TestServer.shared(engine).database("history_" + COUNT.incrementAndGet());
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(40))");
    database.run("INSERT INTO orders VALUES (1, 'a'), (2, 'a')");
    return new Recorded(database);
  }

  /** Through Lacuna; with further options, each with an ampersand before it. */
  Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl("lacuna.history", "on") + more);
  }

  /** Runs statements, each by itself, over a connection of its own. */
  void run(String more, String... statements) throws SQLException {
    try (Connection connection = connect(more);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Alters so many tables, each in a session of its own that shares nothing with the others, as it
   * has options of its own: as if in JVMs of their own.
   */
  void alterAtOnce(int sessions) throws Exception {
    for (int i = 0; i < sessions; i++) {
      database.run("CREATE TABLE t" + i + " (id int)");
    }
    CyclicBarrier start = new CyclicBarrier(sessions);
    ExecutorService pool = Executors.newFixedThreadPool(sessions);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      String reason = "&lacuna.history.reason=" + i;
      String sql = "ALTER TABLE t" + i + " ADD COLUMN n int";
      done.add(
          pool.submit(
              () -> {
                start.await();
                run(reason, sql);
                return null;
              }));
    }
    for (Future<?> one : done) {
      one.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();
  }

  /** Columns of all rows, in their order, joined by {@code |}. */
  List<String> rows(String columns) throws SQLException {
    return query("SELECT " + columns + " FROM lacuna_history ORDER BY at, id");
  }

  List<String> query(String sql) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        found.add(String.join("|", values));
      }
      return found;
    }
  }

  /** Work whose log is of interest. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** What is warned of meanwhile, without verdicts. */
  static List<String> warnings(Work work) throws SQLException {
    Logger log = (Logger) LoggerFactory.getLogger("dev.lacuna.ddl");
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    log.addAppender(seen);
    try {
      work.run();
    } finally {
      log.detachAppender(seen);
    }
    return seen.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.contains("ecorded"))
        .toList();
  }
}
