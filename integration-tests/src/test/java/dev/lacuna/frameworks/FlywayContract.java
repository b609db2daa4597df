package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flyway over Lacuna. What its page shows is cut from here. */
abstract class FlywayContract {

  private static final String MIGRATIONS = "classpath:frameworks/flyway";

  private final Engine engine;
  private TestDatabase database;

  FlywayContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    database = TestServer.shared(engine).database("frameworks_flyway");
  }

  @Test
  void migrations_declareTheirColumns_untilTheyHaveRun() throws SQLException {
    String url = database.lacunaUrl("lacuna.migrations", MIGRATIONS + "/*.sql");
    // region pool
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url); // jdbc:lacuna:…?lacuna.migrations=classpath:db/migration/*.sql
    HikariDataSource pool = new HikariDataSource(config);
    // endregion
    try (pool) {
      assertThat(migrate(pool, "1")).isEqualTo(1);
      assertThat(Sql.first(pool, "SELECT nickname FROM users")).isNull();

      assertThat(migrate(pool, "latest")).isEqualTo(1);
      assertThat(Sql.first(pool, "SELECT nickname FROM users")).isEqualTo("ace");

      assertThat(migrate(pool, "latest")).isZero();
      assertThat(Sql.first(pool, "SELECT count(*) FROM flyway_schema_history WHERE success"))
          .isEqualTo("2");
    }
  }

  private static int migrate(DataSource pool, String target) {
    // region migrate
    Flyway flyway =
        Flyway.configure()
            .dataSource(pool) // not the URL, whose prefix Flyway does not know
            .locations(MIGRATIONS)
            .target(target)
            .load();
    int done = flyway.migrate().migrationsExecuted;
    // endregion
    assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    assertThat(flyway.info().applied())
        .allSatisfy(
            (MigrationInfo applied) ->
                assertThat(applied.getState().isFailed()).as(applied.getScript()).isFalse());
    return done;
  }

  @Test
  void url_isRefusedByFlyway() {
    String url = database.lacunaUrl("lacuna.migrations", MIGRATIONS + "/*.sql");

    assertThatThrownBy(() -> Flyway.configure().dataSource(url, null, null).load().migrate())
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("jdbc:lacuna:");
  }

  @Test
  void plainUrl_withTheDriverThatTakesIt_isJudged() throws SQLException {
    // By another run: what a connection has created itself may be changed as it likes.
    Flyway.configure()
        .dataSource(database.plainUrl(), null, null)
        .locations(MIGRATIONS)
        .load()
        .migrate();
    String url = database.plainUrl() + "&lacuna.ddl=refuse";
    // region driver
    Flyway flyway =
        Flyway.configure()
            .driver("dev.lacuna.PlainUrlDriver")
            .dataSource(url, null, null) // jdbc:postgresql:…?lacuna.ddl=refuse
            .locations(MIGRATIONS, MIGRATIONS + "-dangerous")
            .load();
    // endregion

    assertThatThrownBy(flyway::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("Refused [add-check-constraint]: ALTER TABLE users ADD CONSTRAINT");
    assertThat(Sql.first(database, "SELECT max(version) FROM flyway_schema_history WHERE success"))
        .isEqualTo("2");
  }
}
