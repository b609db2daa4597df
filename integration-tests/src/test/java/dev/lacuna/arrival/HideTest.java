package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that exist and are hidden: {@code lacuna.hide}. */
class HideTest {

  private final TestDatabase database = TestServer.shared().database("hide");

  HideTest() throws SQLException {}

  @BeforeEach
  void prepare() throws SQLException {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, nickname varchar(40) DEFAULT 'own', name text);"
            + " INSERT INTO users VALUES (1, 'ace', 'Ada')");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("users.nickname varchar(40) DEFAULT 'shown'")
            + "&lacuna.hide=users.nickname");
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      StringBuilder row = new StringBuilder();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.append(rows.getMetaData().getColumnLabel(i)).append('=');
        row.append(rows.getString(i)).append(' ');
      }
      return row.toString().strip();
    }
  }

  private String stored(int id) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      return first(statement, "SELECT nickname FROM users WHERE id = " + id);
    }
  }

  @Test
  void reads_showTheDeclaredDefault_atTheColumnsPlace() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(first(statement, "SELECT nickname FROM users")).isEqualTo("nickname=shown");
      assertThat(first(statement, "SELECT * FROM users")).isEqualTo("id=1 nickname=shown name=Ada");
      assertThat(first(statement, "SELECT count(*) AS n FROM users WHERE nickname = 'ace'"))
          .isEqualTo("n=0");
    }
  }

  @Test
  void writes_leaveWhatIsThere() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE users SET nickname = 'x' WHERE id = 1"))
          .isEqualTo(1);
      assertThat(stored(1)).isEqualTo("nickname=ace");
      statement.executeUpdate("INSERT INTO users VALUES (2, 'x', 'Ben')");
      assertThat(stored(2)).isEqualTo("nickname=own");
      assertThat(first(statement, "UPDATE users SET nickname = 'y' WHERE id = 2 RETURNING *"))
          .isEqualTo("id=2 nickname=y name=Ben");
    }
  }

  @Test
  void columnThatGoesAndComes_makesNoDifference() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users")) {
      assertThat(first(statement, "SELECT * FROM users")).isEqualTo("id=1 nickname=shown name=Ada");
      database.run("ALTER TABLE users DROP COLUMN nickname");
      assertThat(first(statement, "SELECT name, nickname FROM users"))
          .isEqualTo("name=Ada nickname=shown");
      statement.executeUpdate("UPDATE users SET nickname = 'x', name = 'Eve' WHERE id = 1");
      database.run("ALTER TABLE users ADD COLUMN nickname text DEFAULT 'real'");
      statement.executeUpdate("UPDATE users SET nickname = 'x' WHERE id = 1");
      assertThat(first(statement, "SELECT name, nickname FROM users"))
          .isEqualTo("name=Eve nickname=shown");
      assertThat(stored(1)).isEqualTo("nickname=real");
      try (ResultSet rows = star.executeQuery()) {
        rows.next();
        assertThat(rows.getString("nickname")).isEqualTo("shown");
      }
    }
  }

  @Test
  void hiddenAndUndeclared_failsTheConnect() {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    database.lacunaUrl("users.nickname text") + "&lacuna.hide=users.name"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("lacuna.hide has users.name, which is not declared");
  }
}
