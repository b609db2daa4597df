package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.engine.Engine;
import dev.lacuna.jdbc.LacunaConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HikariCP over Lacuna. What its page shows is cut from here. */
abstract class HikariContract {

  private final Engine engine;
  private Users users;
  private String url;

  HikariContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_hikari");
    url = users.url();
  }

  @Test
  void pool_takesTheUrl_andAColumnThatArrives() throws SQLException {
    // region pool
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url); // jdbc:lacuna:…
    config.setDriverClassName("dev.lacuna.LacunaDriver"); // may be left out
    HikariDataSource pool = new HikariDataSource(config);
    // endregion
    try (pool) {
      assertThat(setNickname(pool, "ace")).isEqualTo(1);
      assertThat(nickname(pool)).isNull();

      users.migrate();

      assertThat(setNickname(pool, "ace")).isEqualTo(1);
      assertThat(nickname(pool)).isEqualTo("ace");
      assertThat(users.read("SELECT nickname FROM users")).isEqualTo("ace");
    }
  }

  @Test
  void options_mayStandInTheDataSourceProperties() throws SQLException {
    // region options
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.addDataSourceProperty("lacuna.strict", "true");
    HikariDataSource pool = new HikariDataSource(config);
    // endregion
    try (pool) {
      assertThat(nickname(pool)).isNull();
    }
  }

  @Test
  void connection_goesBackAsItCame() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      LacunaConnection first;
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        first = connection.unwrap(LacunaConnection.class);
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(LacunaConnection.class)).isSameAs(first);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isReadOnly()).isFalse();
      }
    }
  }

  private static int setNickname(HikariDataSource pool, String nickname) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET nickname = ? WHERE id = 1")) {
      update.setString(1, nickname);
      return update.executeUpdate();
    }
  }

  private static @Nullable String nickname(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT nickname FROM users WHERE id = 1");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
