package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Liquibase over Lacuna. What its page shows is cut from here. */
abstract class LiquibaseContract {

  private static final String CHANGELOG = "frameworks/liquibase/changelog.yaml";

  private static final Logger LOG = Logger.getLogger("liquibase");

  private final Engine engine;
  private TestDatabase database;

  LiquibaseContract(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    database = TestServer.shared(engine).database("frameworks_liquibase");
  }

  /** The URL with the formatted SQL of the second change for a declaration. */
  private String url() {
    return database.lacunaUrl("lacuna.migrations", "classpath:frameworks/liquibase/nickname.sql");
  }

  @Test
  void changes_declareTheirColumns_untilTheyHaveRun() throws Exception {
    try (Connection application = DriverManager.getConnection(url())) {
      update(1);
      assertThat(Sql.first(application, "SELECT nickname FROM users")).isNull();

      update(10);
      application.createStatement().execute("UPDATE users SET nickname = 'ace'");
      assertThat(Sql.first(database, "SELECT nickname FROM users")).isEqualTo("ace");
    }
    assertThat(Sql.first(database, "SELECT count(*) FROM DATABASECHANGELOG")).isEqualTo("2");
    assertThat(Sql.first(database, "SELECT count(*) FROM DATABASECHANGELOGLOCK WHERE LOCKED"))
        .isEqualTo("0");
  }

  private void update(int count) throws Exception {
    String url = url();
    // region update
    CommandScope update =
        new CommandScope("updateCount")
            .addArgumentValue("changelogFile", CHANGELOG)
            .addArgumentValue("count", count)
            .addArgumentValue("url", url) // jdbc:lacuna:…
            .addArgumentValue("driver", "dev.lacuna.LacunaDriver");
    // endregion
    run(update.addArgumentValue("showSummaryOutput", UpdateSummaryOutputEnum.LOG));
  }

  @Test
  void rollback_takesTheColumnAway_andTheApplicationGoesOn() throws Exception {
    try (Connection application = DriverManager.getConnection(url())) {
      update(10);
      Sql.first(application, "SELECT nickname FROM users");

      rollBack();

      assertThat(Sql.first(application, "SELECT nickname FROM users")).isNull();
      assertThat(Sql.first(database, "SELECT count(*) FROM DATABASECHANGELOG")).isEqualTo("1");
    }
  }

  private void rollBack() throws Exception {
    run(
        new CommandScope("rollbackCount")
            .addArgumentValue("changelogFile", CHANGELOG)
            .addArgumentValue("count", 1)
            .addArgumentValue("url", url())
            .addArgumentValue("driver", "dev.lacuna.LacunaDriver"));
  }

  /** What Liquibase has to say goes to its log, which tells of no more than warnings. */
  private static void run(CommandScope command) throws Exception {
    LOG.setLevel(Level.WARNING);
    Scope.child(Scope.Attr.ui, new LoggerUIService(), command::execute);
  }

  @Test
  void dialect_isThatOfTheServer() throws Exception {
    try (Connection connection = DriverManager.getConnection(url())) {
      Database found =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));

      assertThat(found.getShortName()).isEqualTo(engine.urlName());
    }
  }

  @Test
  void driver_hasToBeNamed() {
    assertThatThrownBy(
            () ->
                DatabaseFactory.getInstance()
                    .openConnection(url(), null, null, null, null, null, null, null))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Driver class was not specified");
  }
}
