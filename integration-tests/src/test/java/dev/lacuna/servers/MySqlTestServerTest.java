package dev.lacuna.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The servers that the tests for MySQL and MariaDB rely on are of the versions they are for. */
class MySqlTestServerTest {

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysqlServer_isMySql9() throws SQLException {
    assertThat(version(Engine.MYSQL)).startsWith("9.7.").doesNotContain("MariaDB");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadbServer_isMariaDb11() throws SQLException {
    assertThat(version(Engine.MARIADB)).startsWith("11.8.").contains("MariaDB");
  }

  private static String version(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("version");
    try (Connection connection = database.plain()) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }
}
