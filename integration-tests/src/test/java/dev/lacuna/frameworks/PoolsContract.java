package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.jdbc.LacunaConnection;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agroal and Commons DBCP over Lacuna. What their page shows is cut from here. */
abstract class PoolsContract {

  private final Engine engine;
  private Users users;
  private String url;

  PoolsContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createUsers() throws SQLException {
    users = Users.on(engine, "frameworks_pools");
    url = users.url();
  }

  @Test
  void agroal_takesTheUrl_andAColumnThatArrives() throws SQLException {
    // region agroal
    AgroalDataSource pool =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    connections ->
                        connections
                            .maxSize(10)
                            .connectionFactoryConfiguration(
                                factory ->
                                    factory
                                        .connectionProviderClassName("dev.lacuna.LacunaDriver")
                                        .jdbcUrl(url)))); // jdbc:lacuna:…
    // endregion
    try (pool) {
      NicknameArrival.isSeenThrough(pool, users);
    }
  }

  @Test
  void dbcp_takesTheUrl_andAColumnThatArrives() throws SQLException {
    // region dbcp
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(url); // jdbc:lacuna:…
    pool.setPoolPreparedStatements(true); // what it keeps takes a column that arrives
    pool.setAccessToUnderlyingConnectionAllowed(true); // for unwrap, if it is needed
    // endregion
    try (pool) {
      pool.setMaxTotal(1);
      NicknameArrival.isSeenThrough(pool, users);
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(LacunaConnection.class).statistics().discarded()).isEqualTo(1);
      }
    }
  }
}
