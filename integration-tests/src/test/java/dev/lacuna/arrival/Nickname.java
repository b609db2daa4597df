package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads and writes the column that comes and goes, by statements that were prepared before. */
final class Nickname {

  private Nickname() {}

  /** What the one row has; {@code null} in words where it has none. */
  static String value(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString("nickname"));
    }
  }

  /**
   * By statements made now, of MySQL or MariaDB: Connector/J's keep the database that they were
   * made in.
   */
  static String value(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(MySqlChanges.SELECT);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MySqlChanges.SELECT)) {
      assertThat(rows.next()).isTrue();
      String value = String.valueOf(rows.getString("nickname"));
      assertThat(value(select)).isEqualTo(value);
      return value;
    }
  }

  /** Returns the update count. */
  static int write(PreparedStatement update, String nickname) throws SQLException {
    update.setString(1, nickname);
    return update.executeUpdate();
  }
}
