package dev.lacuna.demo;

import dev.lacuna.engine.Engine;
import dev.lacuna.storm.Plan;
import dev.lacuna.storm.SchemaClock;
import dev.lacuna.storm.Storm;
import dev.lacuna.storm.UsersTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The columns are added while desks read and write. */
final class Arrival {

  static final Duration BEFORE = Duration.ofSeconds(6);
  static final Duration WHOLE = Duration.ofSeconds(15);
  static final int DESKS = 6;

  private static final Plan PLAN =
      new Plan(Engine.POSTGRESQL, DESKS, 50, 15, 60, Duration.ofMillis(40));
  private static final Duration TICK = Duration.ofMillis(50);
  private static final long SEED = 42;

  /**
   * What happened.
   *
   * @param began when the DDL was sent
   * @param took how long it took
   */
  record Report(Storm.Outcome outcome, Timeline timeline, Duration began, Duration took) {}

  /** When the DDL was sent, and how long it took. */
  record Change(Duration began, Duration took) {}

  private final DataSource pool;
  private final DataSource plain;
  private final String ddl;
  private final Progress progress;

  Arrival(DataSource pool, DataSource plain, String ddl, Progress progress) {
    this.pool = pool;
    this.plain = plain;
    this.ddl = ddl;
    this.progress = progress;
  }

  Report run() throws SQLException, InterruptedException, ExecutionException {
    SchemaClock clock = new SchemaClock();
    UsersTable table = new UsersTable(plain::getConnection, clock);
    table.keepHistory();
    Storm storm = Storm.over(pool::getConnection, PLAN, clock, SEED);
    Timeline timeline = new Timeline();
    long start = System.nanoTime();
    storm.start();
    @Nullable CompletableFuture<Change> change = null;
    Duration now = Duration.ZERO;
    while (now.compareTo(WHOLE) < 0) {
      Thread.sleep(TICK.toMillis());
      now = since(start);
      timeline.note(now, storm.operations());
      if (change == null && now.compareTo(BEFORE) >= 0) {
        change = CompletableFuture.supplyAsync(() -> change(table, start));
      }
      progress.show(timeline, change == null ? null : change.getNow(null), storm);
    }
    Change changed = change == null ? change(table, start) : change.get();
    progress.end();
    return new Report(
        storm.finish(plain::getConnection), timeline, changed.began(), changed.took());
  }

  private Change change(UsersTable table, long start) {
    Duration began = since(start);
    try {
      table.change(ddl);
    } catch (SQLException e) {
      throw new IllegalStateException("The migration failed: " + ddl, e);
    }
    return new Change(began, since(start).minus(began));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
