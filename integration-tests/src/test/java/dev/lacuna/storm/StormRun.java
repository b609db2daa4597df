package dev.lacuna.storm;

import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import java.sql.SQLException;
import java.util.Random;

/** A storm in this JVM on a fresh table, which changes meanwhile. */
record StormRun(TestDatabase database, String url, Plan plan, Changes changes) {

  /** Server-prepared from the first execution on: what is prepared must outlive the change. */
  static final String PREPARED_AT_ONCE = "&prepareThreshold=1";

  Storm.Outcome over(SqlRunner.Factory runners, long seed)
      throws SQLException, InterruptedException {
    SchemaClock clock = new SchemaClock();
    UsersTable table = new UsersTable(database::plain, clock, database.engine());
    table.create();
    table.keepHistory();
    if (database.engine() == Engine.POSTGRESQL) {
      database.run(ReferenceRunner.SET_UP);
    }
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(url);
      pool.setMaximumPoolSize(plan.desks());
      Storm storm = new Storm(pool::getConnection, plan, runners, clock, seed);
      storm.start();
      changes.make(table, database.engine(), new Random(seed));
      return storm.finish(database::plain);
    }
  }
}
