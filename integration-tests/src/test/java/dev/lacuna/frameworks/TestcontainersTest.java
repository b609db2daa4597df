package dev.lacuna.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Databases of Testcontainers behind Lacuna. What its page shows is cut from here. */
class TestcontainersTest {

  @BeforeAll
  static void requireDocker() {
    boolean ci = Boolean.parseBoolean(System.getenv("CI"));
    assumeTrue(ci || DockerClientFactory.instance().isDockerAvailable(), "Docker does not answer");
  }

  @Test
  void postgresql_isReachedByItsUrl() throws SQLException {
    try (PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")) {
      container.start();
      readsAMissingColumn(container);
    }
  }

  @Test
  void mysql_isReachedByItsUrl() throws SQLException {
    try (MySQLContainer container = new MySQLContainer("mysql:9.7")) {
      container.start();
      readsAMissingColumn(container);
    }
  }

  private static void readsAMissingColumn(JdbcDatabaseContainer<?> container) throws SQLException {
    // region url
    String url = container.getJdbcUrl().replaceFirst("jdbc:", "jdbc:lacuna:");
    Properties properties = new Properties();
    properties.setProperty("user", container.getUsername());
    properties.setProperty("password", container.getPassword());
    properties.setProperty("lacuna.columns", "users.nickname varchar(40)");
    Connection connection = DriverManager.getConnection(url, properties);
    // endregion
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE users (id int)");
      statement.execute("INSERT INTO users (id, nickname) VALUES (1, 'ace')");
      assertThat(Sql.first(connection, "SELECT nickname FROM users WHERE id = 1")).isNull();
    }
  }
}
