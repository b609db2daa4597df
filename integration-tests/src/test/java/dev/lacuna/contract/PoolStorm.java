package dev.lacuna.contract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.slf4j.LoggerFactory;

/**
 * Threads that share a pool of HikariCP, while the server's sides of its connections are killed.
 */
final class PoolStorm {

  private static final String DETECTOR = "com.zaxxer.hikari.pool.ProxyLeakTask";
  private static final int THREADS = 24;
  private static final int POOL = 12;

  /** HikariCP takes no less. */
  private static final Duration LEAK_AFTER = Duration.ofSeconds(2);

  /**
   * What was seen.
   *
   * @param failures how often an operation failed, by SQLState
   * @param stuck threads that did not come to an end, or hold locks on each other
   * @param leaks what HikariCP's leak detection said
   * @param active connections that were not given back
   * @param heapEarly bytes in use after a collection, when a fifth of the time was over
   * @param heapLate the same at the end
   */
  record Findings(
      long operations,
      int kills,
      Map<String, Long> failures,
      int stuck,
      List<String> leaks,
      int active,
      long heapEarly,
      long heapLate,
      int classesEarly,
      int classesLate) {}

  private final Server server;
  private final Duration leakAfter;
  private final HikariDataSource pool;
  private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();
  private final LongAdder operations = new LongAdder();
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean over;

  /** Without a duration to come. */
  PoolStorm(Server server, Way way) {
    this(server, way, Duration.ZERO);
  }

  /**
   * For a storm of some duration: the longer it is, the longer a busy machine may keep a thread
   * from giving its connection back. What is not given back at all is seen at the end, too.
   */
  PoolStorm(Server server, Way way, Duration duration) {
    this.server = server;
    this.leakAfter = LEAK_AFTER.plus(duration.dividedBy(20));
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:lacuna:" + server.url().substring("jdbc:".length()));
    server.login().forEach((name, value) -> config.addDataSourceProperty((String) name, value));
    config.addDataSourceProperty("lacuna.columns", way.columns());
    config.setMaximumPoolSize(POOL);
    config.setLeakDetectionThreshold(leakAfter.toMillis());
    config.setConnectionTimeout(10_000);
    this.pool = new HikariDataSource(config);
  }

  Findings rage(Duration duration) throws Exception {
    Logger detector = (Logger) LoggerFactory.getLogger(DETECTOR);
    leaks.start();
    detector.setLevel(Level.WARN);
    detector.addAppender(leaks);
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
      detector.detachAppender(leaks);
      detector.setLevel(null);
      pool.close();
    }
  }

  /** What HikariCP says of a connection that is kept too long: that it would be seen. */
  List<String> keepTooLong() throws Exception {
    Logger detector = (Logger) LoggerFactory.getLogger(DETECTOR);
    leaks.start();
    detector.setLevel(Level.WARN);
    detector.addAppender(leaks);
    try (pool;
        Connection kept = pool.getConnection()) {
      Thread.sleep(leakAfter.plusMillis(500).toMillis());
      kept.isValid(1);
      return leaks.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    } finally {
      detector.detachAppender(leaks);
      detector.setLevel(null);
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
    Map<String, Long> failed = new TreeMap<>();
    failures.forEach((state, count) -> failed.put(state, count.sum()));
    return new Findings(
        operations.sum(),
        kills,
        failed,
        stuck + (deadlocked == null ? 0 : deadlocked.length),
        leaks.list.stream().map(ILoggingEvent::getFormattedMessage).toList(),
        pool.getHikariPoolMXBean().getActiveConnections(),
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
        failures
            .computeIfAbsent(String.valueOf(e.getSQLState()), any -> new LongAdder())
            .increment();
      }
    }
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
