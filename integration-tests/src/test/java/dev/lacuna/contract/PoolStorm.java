package dev.lacuna.contract;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Threads that share a pool of HikariCP, while the server's sides of its connections are killed.
 */
final class PoolStorm {

  private static final int THREADS = 24;
  private static final int POOL = 12;

  /** What HikariCP says when it has waited in vain. */
  static final String NO_CONNECTION = "no connection";

  /** HikariCP takes no less. */
  private static final Duration LEAK_AFTER = Duration.ofSeconds(2);

  /**
   * What was seen.
   *
   * @param failures how often an operation failed, by SQLState or {@link #NO_CONNECTION}
   * @param stuck threads that did not come to an end, or hold locks on each other
   * @param late how often HikariCP's leak detection saw a connection that was given back later
   * @param leaks what it said of those that were not
   * @param active connections that were not given back
   * @param heapEarly bytes in use after a collection, when a fifth of the time was over
   * @param heapLate the same at the end
   */
  record Findings(
      long operations,
      int kills,
      Map<String, Long> failures,
      int stuck,
      int late,
      List<String> leaks,
      int active,
      long heapEarly,
      long heapLate,
      int classesEarly,
      int classesLate) {}

  private final Server server;
  private final HikariDataSource pool;
  private final LeakWatch leaks = new LeakWatch();
  private final LongAdder operations = new LongAdder();
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean over;

  PoolStorm(Server server, Way way) {
    this.server = server;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:lacuna:" + server.url().substring("jdbc:".length()));
    server.login().forEach((name, value) -> config.addDataSourceProperty((String) name, value));
    config.addDataSourceProperty("lacuna.columns", way.columns());
    config.setMaximumPoolSize(POOL);
    config.setLeakDetectionThreshold(LEAK_AFTER.toMillis());
    config.setConnectionTimeout(10_000);
    this.pool = new HikariDataSource(config);
  }

  Findings rage(Duration duration) throws Exception {
    leaks.start();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> users = new ArrayList<>();
      for (int i = 1; i <= THREADS; i++) {
        int number = i;
        users.add(threads.submit(() -> use(number)));
      }
      return watch(users, duration);
    } finally {
      over = true;
      threads.shutdownNow();
      leaks.stop();
      pool.close();
    }
  }

  /** What HikariCP says of a connection while it is kept too long, and once it is given back. */
  List<List<String>> keepTooLong() throws Exception {
    leaks.start();
    try (pool) {
      List<String> kept;
      try (Connection connection = pool.getConnection()) {
        Thread.sleep(LEAK_AFTER.plusMillis(500).toMillis());
        connection.isValid(1);
        kept = leaks.open();
      }
      return List.of(kept, leaks.open());
    } finally {
      leaks.stop();
    }
  }

  private Findings watch(List<Future<?>> users, Duration duration) throws Exception {
    int kills = killFor(duration.dividedBy(5));
    long heapEarly = heap();
    int classesEarly = classes();
    kills += killFor(duration.multipliedBy(4).dividedBy(5));
    over = true;
    int stuck = 0;
    for (Future<?> user : users) {
      try {
        user.get(30, TimeUnit.SECONDS);
      } catch (java.util.concurrent.TimeoutException e) {
        stuck++;
      }
    }
    long[] deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    int active = pool.getHikariPoolMXBean().getActiveConnections();
    // If all have been given back, so have those whose coming back crossed with what was said.
    List<String> open = active == 0 ? List.of() : leaks.open();
    Map<String, Long> failed = new TreeMap<>();
    failures.forEach((state, count) -> failed.put(state, count.sum()));
    return new Findings(
        operations.sum(),
        kills,
        failed,
        stuck + (deadlocked == null ? 0 : deadlocked.length),
        leaks.said() - open.size(),
        open,
        active,
        heapEarly,
        heap(),
        classesEarly,
        classes());
  }

  private static int classes() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  private static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  /** Kills a random connection of the pool now and then. */
  private int killFor(Duration duration) throws Exception {
    Random random = new Random(1);
    int kills = 0;
    long end = System.nanoTime() + duration.toNanos();
    try (Connection killer = server.connect(Way.RAW);
        Statement statement = killer.createStatement()) {
      while (System.nanoTime() < end) {
        Thread.sleep(50 + random.nextInt(200));
        List<Long> others = others(statement);
        if (!others.isEmpty()) {
          kills += kill(statement, others.get(random.nextInt(others.size())));
        }
      }
    }
    return kills;
  }

  private int kill(Statement statement, long connection) throws SQLException {
    try {
      statement.execute(server.engine().kill(connection));
      return 1;
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_SUCH_THREAD) {
        return 0; // it went by itself
      }
      throw e;
    }
  }

  private static final int NO_SUCH_THREAD = 1094;

  private List<Long> others(Statement statement) throws SQLException {
    String query =
        server.engine().isPostgresql()
            ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            : "SELECT id FROM information_schema.processlist"
                + " WHERE db = database() AND id <> connection_id()";
    List<Long> others = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        others.add(rows.getLong(1));
      }
    }
    return others;
  }

  private void use(int number) {
    Random random = new Random(number);
    while (!over) {
      try (Connection connection = pool.getConnection()) {
        operate(connection, number, random.nextInt(5));
        operations.increment();
      } catch (SQLException e) {
        failures.computeIfAbsent(kindOf(e), any -> new LongAdder()).increment();
      }
    }
  }

  /**
   * The SQLState; or that the pool had no connection to give, as they are killed faster than made.
   */
  private static String kindOf(SQLException e) {
    return e instanceof SQLTransientConnectionException ? NO_CONNECTION : "" + e.getSQLState();
  }

  private void operate(Connection connection, int number, int kind) throws SQLException {
    switch (kind) {
      case 0 -> read(connection, "SELECT * FROM other WHERE id = ?", number);
      case 1 -> write(connection, "INSERT INTO other (id) VALUES (?)", ids.incrementAndGet());
      case 2 -> read(connection, "SELECT n, t FROM big WHERE n < ?", number);
      case 3 -> transaction(connection, number);
      default -> write(connection, "UPDATE big SET t = 'x' WHERE n = ?", number);
    }
  }

  private static void read(Connection connection, String sql, int value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    }
  }

  private static void write(Connection connection, String sql, int value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, value);
      statement.executeUpdate();
    }
  }

  private static void transaction(Connection connection, int number) throws SQLException {
    connection.setAutoCommit(false);
    write(connection, "UPDATE big SET t = 'y' WHERE n = ?", number);
    read(connection, "SELECT t FROM big WHERE n = ?", number);
    if (number % 2 == 0) {
      connection.rollback();
    } else {
      connection.commit();
    }
  }
}
