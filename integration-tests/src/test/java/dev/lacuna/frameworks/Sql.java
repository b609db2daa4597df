package dev.lacuna.frameworks;

import dev.lacuna.servers.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One value, by plain JDBC. */
final class Sql {

  private Sql() {}

  /** The first column of the first row, as an application's pool reads it. */
  static @Nullable String first(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return first(connection, query);
    }
  }

  /** The same as a connection reads it that knows nothing of Lacuna. */
  static @Nullable String first(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.plain()) {
      return first(connection, query);
    }
  }

  /** The same on a connection, which stays open. */
  static @Nullable String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
