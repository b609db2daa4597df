package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What an application with a pool sees while Ada's nickname arrives. */
final class NicknameArrival {

  private NicknameArrival() {}

  /** Writes and reads it before and after. */
  static void isSeenThrough(DataSource pool, Users users) throws SQLException {
    assertThat(set(pool, "ace")).isEqualTo(1);
    assertThat(get(pool)).isNull();

    users.migrate();

    assertThat(set(pool, "ace")).isEqualTo(1);
    assertThat(get(pool)).isEqualTo("ace");
    assertThat(users.read("SELECT nickname FROM users")).isEqualTo("ace");
  }

  private static int set(DataSource pool, String nickname) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET nickname = ? WHERE id = 1")) {
      update.setString(1, nickname);
      return update.executeUpdate();
    }
  }

  static @Nullable String get(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT nickname FROM users WHERE id = 1");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
