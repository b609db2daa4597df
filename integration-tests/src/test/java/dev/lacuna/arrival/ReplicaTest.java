package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.Replica;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A replica has the schema of a moment ago, and is asked by the same application. */
class ReplicaTest {

  private static final String DECLARED = "users.nickname varchar(40) DEFAULT 'none'";

  @Test
  void replicaThatHasNotReplayedTheChange_isReadAsItIs() throws SQLException {
    try (TestServer server = TestServer.start()) {
      TestDatabase primary = server.database("replicated");
      primary.run("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1)");
      try (Replica replica = Replica.of(primary);
          Connection writer = connect(primary);
          Connection reader = connect(replica.database());
          PreparedStatement there = writer.prepareStatement("SELECT nickname FROM users");
          PreparedStatement here = reader.prepareStatement("SELECT nickname FROM users");
          PreparedStatement star = reader.prepareStatement("SELECT * FROM users")) {
        replica.catchUp();
        assertThat(nickname(here)).isEqualTo("none");
        replica.pause();
        primary.run("ALTER TABLE users ADD COLUMN nickname varchar(40)");
        primary.run("UPDATE users SET nickname = 'ace'");

        assertThat(nickname(there)).isEqualTo("ace");
        assertThat(nickname(here)).isEqualTo("none");
        assertThat(nickname(star)).isEqualTo("none");

        replica.catchUp();
        assertThat(nickname(here)).isEqualTo("ace");
        assertThat(nickname(star)).isEqualTo("ace");

        replica.pause();
        primary.run("ALTER TABLE users DROP COLUMN nickname");
        assertThat(nickname(there)).isEqualTo("none");
        assertThat(nickname(here)).isEqualTo("ace");
        assertThat(nickname(star)).isEqualTo("ace");

        replica.catchUp();
        assertThat(nickname(here)).isEqualTo("none");
        assertThat(nickname(star)).isEqualTo("none");
      }
    }
  }

  private static Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl(DECLARED) + "&prepareThreshold=1");
  }

  private static String nickname(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getString("nickname");
    }
  }
}
