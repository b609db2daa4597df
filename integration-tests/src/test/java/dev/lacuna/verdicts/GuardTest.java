package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guarded ALTER under load makes nobody wait for long, and comes through in the end. */
class GuardTest {

  private static final int WRITERS = 8;
  private static final long LOCK_TIMEOUT_MILLIS = 300;
  private static final long READER_MILLIS = 3_000;

  private TestDatabase database;

  @BeforeEach
  void tables() throws SQLException {
    database = TestServer.shared(Engine.POSTGRESQL).database("guard");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note text)");
    database.run("INSERT INTO orders SELECT g, 'n' FROM generate_series(1, 100) g");
  }

  private String guarded(String more) {
    return database.lacunaUrl("lacuna.ddl", "guard")
        + "&lacuna.ddl.lock-timeout="
        + LOCK_TIMEOUT_MILLIS
        + "ms"
        + more;
  }

  /** The longest that a writer waited while the ALTER ran against a reader. */
  private long longestWait(String url) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong longest = new AtomicLong();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Connection reader = database.plain();
        Statement read = reader.createStatement()) {
      reader.setAutoCommit(false);
      read.execute("SELECT count(*) FROM orders");
      List<Future<Void>> writers = new ArrayList<>();
      for (int i = 1; i <= WRITERS; i++) {
        writers.add(threads.submit(writer(i, stop, longest)));
      }
      Future<Void> alter = threads.submit(alter(url));
      Thread.sleep(READER_MILLIS);
      assertThat(alter.isDone()).as("the ALTER waits for the reader").isFalse();
      reader.rollback();
      alter.get(30, TimeUnit.SECONDS);
      stop.set(true);
      for (Future<Void> writer : writers) {
        writer.get(30, TimeUnit.SECONDS);
      }
    } finally {
      stop.set(true);
      threads.shutdownNow();
    }
    return longest.get();
  }

  private Callable<Void> writer(int id, AtomicBoolean stop, AtomicLong longest) {
    return () -> {
      try (Connection connection = database.plain();
          Statement statement = connection.createStatement()) {
        while (!stop.get()) {
          long begin = System.nanoTime();
          statement.executeUpdate("UPDATE orders SET note = note WHERE id = " + id);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
          longest.accumulateAndGet(millis, Math::max);
          Thread.sleep(5);
        }
      }
      return null;
    };
  }

  private static Callable<Void> alter(String url) {
    return () -> {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE orders ADD COLUMN n int");
      }
      return null;
    };
  }

  @Test
  void guard_underLoad_noWriterWaitsLongerThanTheTimeout() throws Exception {
    assertThat(longestWait(guarded("&lacuna.ddl.retries=100")))
        .isLessThan(LOCK_TIMEOUT_MILLIS + 500);
  }

  @Test
  void withoutGuard_underLoad_writersStall() throws Exception {
    assertThat(longestWait(database.plainUrl())).isGreaterThan(READER_MILLIS - 500);
  }

  @Test
  void guard_retriesExhausted_isTheDriversError() throws SQLException {
    try (Connection reader = database.plain();
        Statement read = reader.createStatement();
        Connection connection = DriverManager.getConnection(guarded("&lacuna.ddl.retries=1"));
        Statement statement = connection.createStatement()) {
      reader.setAutoCommit(false);
      read.execute("SELECT count(*) FROM orders");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n int"))
          .isInstanceOf(SQLException.class)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("55P03");
    }
  }

  @Test
  void guard_putsTheTimeoutBack() throws SQLException {
    try (Connection connection = DriverManager.getConnection(guarded(""));
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '7s'");
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      assertThat(lockTimeout(statement)).isEqualTo("7s");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n int"))
          .hasMessageContaining("already exists");
      assertThat(lockTimeout(statement)).isEqualTo("7s");
      connection.setAutoCommit(false);
      statement.execute("ALTER TABLE orders ADD COLUMN m int");
      assertThat(lockTimeout(statement)).isEqualTo("7s");
      connection.rollback();
      assertThat(lockTimeout(statement)).isEqualTo("7s");
    }
  }

  private static String lockTimeout(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW lock_timeout")) {
      row.next();
      return row.getString(1);
    }
  }
}
