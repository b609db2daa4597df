package dev.lacuna.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * With {@code disconnectOnExpiredPasswords=false}, an application is let in that can do nothing but
 * change its password: the tables with declared columns cannot be looked at until then.
 */
class ExpiredPasswordTest {

  private static final String SELECT = "SELECT name FROM users";

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_letsItBeChanged() throws SQLException {
    letsItBeChanged(Engine.MYSQL, "SET PASSWORD = 'new'");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_letsItBeChanged() throws SQLException {
    letsItBeChanged(Engine.MARIADB, "SET PASSWORD = PASSWORD('new')");
  }

  private static void letsItBeChanged(Engine engine, String change) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("expired");
    database.run("CREATE TABLE users (id int PRIMARY KEY)");
    database.run("CREATE USER late@'%' IDENTIFIED BY 'old' PASSWORD EXPIRE");
    database.run("GRANT ALL ON expired.* TO late@'%'");
    try (Connection plain = late(database.plainUrl());
        Connection connection = late(database.lacunaUrl("users.name varchar(40)"));
        Statement statement = connection.createStatement()) {
      assertThat(refusal(connection)).startsWith("1820 ").isEqualTo(refusal(plain));

      statement.execute(change);
      assertThat(statement.execute(SELECT)).as("the column is missing").isTrue();
    } finally {
      database.run("DROP USER late@'%'");
    }
  }

  private static Connection late(String url) throws SQLException {
    return DriverManager.getConnection(
        url.replaceFirst("user=[^&]*", "user=late").replaceFirst("password=[^&]*", "password=old")
            + "&disconnectOnExpiredPasswords=false");
  }

  private static String refusal(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SELECT);
      return "none";
    } catch (SQLException e) {
      return e.getErrorCode() + " " + e.getSQLState();
    }
  }
}
