package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.engine.Engine;
import dev.lacuna.jdbc.LacunaConnection;
import java.sql.Connection;
import java.sql.SQLException;
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
      NicknameArrival.isSeenThrough(pool, users);
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
      assertThat(NicknameArrival.get(pool)).isNull();
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
}
