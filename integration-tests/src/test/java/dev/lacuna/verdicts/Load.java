package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A table in use: eight sessions write to it, while one that has read from it stays around. */
final class Load {

  static final long READER_MILLIS = 3_000;
  private static final int WRITERS = 8;

  /**
   * How long writers waited, in milliseconds.
   *
   * @param longest the longest wait of a write to the table
   * @param elsewhere the longest wait of a write to another table, which nothing but this machine
   *     holds up
   */
  record Waits(long longest, long elsewhere) {}

  private final TestDatabase database;
  private final AtomicBoolean stop = new AtomicBoolean();

  Load(TestDatabase database) throws SQLException {
    this.database = database;
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(40))");
    database.run("CREATE TABLE others (id bigint PRIMARY KEY, note varchar(40))");
    for (int i = 0; i <= WRITERS; i++) {
      database.run("INSERT INTO orders VALUES (%d, 'n')".formatted(i));
      database.run("INSERT INTO others VALUES (%d, 'n')".formatted(i));
    }
  }

  /**
   * Runs a statement beside it, which has to wait for the reader.
   *
   * @throws java.util.concurrent.ExecutionException if the statement fails
   */
  Waits during(String url, String ddl) throws Exception {
    AtomicLong longest = new AtomicLong();
    AtomicLong elsewhere = new AtomicLong();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Connection reader = database.plain();
        Statement read = reader.createStatement()) {
      reader.setAutoCommit(false);
      read.executeQuery("SELECT count(*) FROM orders").close();
      List<Future<Void>> writers = new ArrayList<>();
      writers.add(threads.submit(writer("others", 0, elsewhere)));
      for (int i = 1; i <= WRITERS; i++) {
        writers.add(threads.submit(writer("orders", i, longest)));
      }
      Future<Void> altered = threads.submit(alter(url, ddl));
      awaitWaiting(altered);
      Thread.sleep(READER_MILLIS);
      if (altered.isDone()) {
        altered.get();
      }
      assertThat(altered.isDone()).as("the DDL waits for the reader").isFalse();
      reader.rollback();
      altered.get(60, TimeUnit.SECONDS);
      stop.set(true);
      for (Future<Void> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
    } finally {
      stop.set(true);
      threads.shutdownNow();
    }
    return new Waits(longest.get(), elsewhere.get());
  }

  /** Until the statement waits for the reader, or has given up. */
  private void awaitWaiting(Future<Void> altered) throws Exception {
    String waiting =
        database.engine() == Engine.POSTGRESQL
            ? "SELECT count(*) FROM pg_locks WHERE NOT granted"
            : "SELECT count(*) FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND STATE"
                + " LIKE 'Waiting for table metadata lock%'";
    try (Connection watcher = database.plain();
        Statement statement = watcher.createStatement()) {
      boolean waits = false;
      while (!waits && !altered.isDone()) {
        try (ResultSet row = statement.executeQuery(waiting)) {
          row.next();
          waits = row.getInt(1) > 0;
        }
        Thread.sleep(10);
      }
    }
  }

  private Callable<Void> writer(String table, int id, AtomicLong longest) {
    return () -> {
      try (Connection connection = database.plain();
          Statement statement = connection.createStatement()) {
        while (!stop.get()) {
          long begin = System.nanoTime();
          statement.executeUpdate("UPDATE " + table + " SET note = note WHERE id = " + id);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
          longest.accumulateAndGet(millis, Math::max);
          Thread.sleep(5);
        }
      }
      return null;
    };
  }

  private static Callable<Void> alter(String url, String ddl) {
    return () -> {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute(ddl);
      }
      return null;
    };
  }
}
