package dev.lacuna.verdicts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A reader and a writer of a table, and somebody who uses no table: how long each of them waits.
 */
final class Bystanders implements AutoCloseable {

  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final List<Future<Void>> running = new ArrayList<>();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong elsewhere = new AtomicLong();
  private volatile boolean stop;

  /** Begins; returns when each of them has had its first answer. */
  Bystanders(String url, String table, boolean writable) throws Exception {
    List<AtomicLong> first = List.of(new AtomicLong(-1), new AtomicLong(-1), new AtomicLong(-1));
    running.add(threads.submit(loop(url, "SELECT count(*) FROM " + table, longest, first.get(0))));
    String write = writable ? "DELETE FROM " + table + " WHERE 1 = 0" : "SELECT 1 FROM " + table;
    running.add(threads.submit(loop(url, write, longest, first.get(1))));
    running.add(threads.submit(loop(url, "SELECT 1", elsewhere, first.get(2))));
    while (first.stream().anyMatch(answer -> answer.get() < 0)
        && running.stream().noneMatch(Future::isDone)) {
      Thread.sleep(2);
    }
  }

  private Callable<Void> loop(String url, String sql, AtomicLong waits, AtomicLong first) {
    return () -> {
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        while (!stop) {
          long begin = System.nanoTime();
          statement.execute(sql);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
          if (!first.compareAndSet(-1, millis)) {
            waits.accumulateAndGet(millis, Math::max);
          }
          Thread.sleep(3);
        }
      }
      return null;
    };
  }

  /** Ends them. */
  @Override
  public void close() throws SQLException {
    stop = true;
    threads.shutdown();
    try {
      for (Future<Void> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new SQLException("somebody beside the statement failed", e);
    }
  }

  /** The longest wait of the reader and the writer, less what this machine is to blame for. */
  long waitedMillis() {
    return Math.max(0, longest.get() - elsewhere.get());
  }
}
