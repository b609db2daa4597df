package dev.lacuna.storm;

import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.servers.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A storm on a fresh table, with the column added and dropped so many times. */
record StormRun(TestDatabase database, String url, Plan plan, int cycles, Duration halfCycle) {

  /** Server-prepared from the first execution on: what is prepared must outlive the change. */
  static final String PREPARED_AT_ONCE = "&prepareThreshold=1";

  Storm.Outcome over(SqlRunner.Factory runners, long seed)
      throws SQLException, InterruptedException {
    return run((pool, clock) -> new Storm(pool, plan, runners, clock, seed), seed);
  }

  Storm.Outcome overAllRunners(long seed) throws SQLException, InterruptedException {
    return run((pool, clock) -> Storm.over(pool, plan, clock, seed), seed);
  }

  private interface Opening {
    Storm storm(DataSource pool, SchemaClock clock);
  }

  private Storm.Outcome run(Opening opening, long seed) throws SQLException, InterruptedException {
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(database.plainUrl());
    SchemaClock clock = new SchemaClock();
    UsersTable table = new UsersTable(plain, clock);
    table.create();
    table.keepHistory();
    database.run(ReferenceRunner.SET_UP);
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(url);
      pool.setMaximumPoolSize(plan.desks());
      Storm storm = opening.storm(pool, clock);
      storm.start();
      changeSchema(table, new Random(seed));
      return storm.finish(plain);
    }
  }

  /** Ends with the column there, so that the audit can look at it. */
  private void changeSchema(UsersTable table, Random random)
      throws SQLException, InterruptedException {
    for (int cycle = 0; cycle < cycles; cycle++) {
      pause(random);
      table.add();
      pause(random);
      table.drop();
    }
    pause(random);
    table.add();
    pause(random);
  }

  private void pause(Random random) throws InterruptedException {
    Thread.sleep(halfCycle.toMillis() / 2 + random.nextLong(halfCycle.toMillis()));
  }
}
