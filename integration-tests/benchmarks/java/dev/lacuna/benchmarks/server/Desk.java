package dev.lacuna.benchmarks.server;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The tables that the jobs use. */
final class Desk {

  /** Rows of the table that is read and updated. */
  static final int ROWS = 20_000;

  private static final String COLUMNS =
      "(id int PRIMARY KEY, name varchar(40), city varchar(40), price int, c0 int, c1 int, c2 int,"
          + " c3 varchar(20), c4 varchar(20), c5 int, c6 int, c7 varchar(20))";

  private Desk() {}

  /** Makes them, in a database of their own. */
  static TestDatabase create(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("desk");
    database.run("CREATE TABLE desk " + COLUMNS);
    String key = engine == Engine.POSTGRESQL ? "GENERATED ALWAYS AS IDENTITY" : "AUTO_INCREMENT";
    database.run(
        "CREATE TABLE desk_log (id bigint %s PRIMARY KEY, name varchar(40), city varchar(40), price int)"
            .formatted(key));
    fill(database);
    database.run(engine == Engine.POSTGRESQL ? "VACUUM ANALYZE desk" : "ANALYZE TABLE desk");
    return database;
  }

  private static void fill(TestDatabase database) throws SQLException {
    try (Connection connection = database.plain();
        PreparedStatement row =
            connection.prepareStatement(
                "INSERT INTO desk VALUES (?, 'Ada', 'Paris', 7, 1, 2, 3, 'blue', 'green', 4, 5, 'x')")) {
      connection.setAutoCommit(false);
      for (int id = 1; id <= ROWS; id++) {
        row.setInt(1, id);
        row.addBatch();
      }
      row.executeBatch();
      connection.commit();
    }
  }
}
