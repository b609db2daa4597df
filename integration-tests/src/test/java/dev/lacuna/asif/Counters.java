package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The counters that generated keys come from. A rollback does not take them back, so that each call
 * would change what the next one gets.
 */
final class Counters implements AutoCloseable {

  private static final String POSTGRESQL =
      "SELECT setval(oid, 100, false) FROM pg_class WHERE relkind = 'S'";

  private static final String MOVED =
      "SELECT concat('ALTER TABLE `', table_name, '` AUTO_INCREMENT = 100')"
          + " FROM information_schema.tables"
          + " WHERE table_schema = database() AND auto_increment <> 100";

  private final Connection connection;
  private final boolean sequences;

  Counters(TestDatabase database, String options) throws SQLException {
    connection = DriverManager.getConnection(database.plainUrl() + options);
    sequences = database.engine() == Engine.POSTGRESQL;
  }

  /** Sets every counter to 100. */
  void rewind() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (sequences) {
        statement.execute(POSTGRESQL);
        return;
      }
      try (ResultSet moved = statement.executeQuery(MOVED);
          Statement each = connection.createStatement()) {
        while (moved.next()) {
          each.execute(moved.getString(1));
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
