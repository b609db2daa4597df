package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Engine;
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
abstract class Hiding {

  private final TestDatabase database;

  Hiding(Engine engine) throws SQLException {
    database = TestServer.shared(engine).database("hide");
  }

  @BeforeEach
  void prepare() throws SQLException {
    database.run(
        "DROP TABLE IF EXISTS users; CREATE TABLE users (id int PRIMARY KEY, nickname varchar(40) DEFAULT 'own', name varchar(40));"
            + " INSERT INTO users VALUES (1, 'ace', 'Ada')");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("users.nickname varchar(40) DEFAULT 'shown'")
            + "&lacuna.hide=users.nickname");
  }

  static String first(Statement statement, String sql) throws SQLException {
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

  String stored(int id) throws SQLException {
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
      statement.executeUpdate("INSERT INTO users SELECT 3, nickname, name FROM users WHERE id = 1");
      assertThat(stored(3)).isEqualTo("nickname=own");
    }
  }

  @Test
  void insertWithoutColumns_needsNoColumnToHide() throws SQLException {
    database.run("ALTER TABLE users DROP COLUMN nickname");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO users VALUES (2, 'Ben', 'x')");
      assertThat(first(statement, "SELECT * FROM users WHERE id = 2"))
          .isEqualTo("id=2 name=Ben nickname=shown");
    }
  }

  @Test
  void batch_leavesWhatIsThere() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (?, ?)")) {
      for (int id = 4; id < 6; id++) {
        statement.setInt(1, id);
        statement.setString(2, "x");
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).containsExactly(1, 1);
      assertThat(stored(4)).isEqualTo("nickname=own");
      assertThat(stored(5)).isEqualTo("nickname=own");
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
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(40) DEFAULT 'real'");
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
