package dev.lacuna.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the server holds for an application is no more through Lacuna than raw, and is let go. */
class LeakTest {

  private static final String CURSORS = "SELECT count(*) FROM pg_cursors WHERE name <> ''";
  private static final String PREPARED = "SELECT count(*) FROM pg_prepared_statements";

  private final Way raw = Way.raw(TestServer.shared());
  private final Way wrapped = Way.throughLacuna(TestServer.shared());

  LeakTest() throws SQLException {}

  @Test
  void connection_isOneOnTheServer() throws Exception {
    try (Connection connection = wrapped.connect()) {
      use(connection, 1);
      assertThat(wrapped.connections()).isEqualTo(1);
    }
    assertThat(wrapped.connectionsLeft()).isZero();
  }

  @Test
  void closedConnections_areGone() throws Exception {
    for (int i = 0; i < 50; i++) {
      Connection connection = wrapped.connect();
      connection.setAutoCommit(false);
      use(connection, 1);
      assertThatThrownBy(() -> Way.longFrom(connection, "SELECT nickname FROM nosuch"))
          .isInstanceOf(SQLException.class);
      connection.close();
    }
    assertThat(wrapped.connectionsLeft()).isZero();
  }

  @Test
  void cursors_areClosedWithTheirResultSets() throws SQLException {
    assertThat(cursorsDuringAndAfter(wrapped)).isEqualTo(cursorsDuringAndAfter(raw));
  }

  @Test
  void preparedStatements_doNotGrow() throws SQLException {
    assertThat(preparedGrowth(raw)).isZero();
    assertThat(preparedGrowth(wrapped)).isZero();
  }

  /** Open cursors while a result set is read in portions, and after it is closed. */
  private static String cursorsDuringAndAfter(Way way) throws SQLException {
    try (Connection connection = way.connect();
        PreparedStatement statement = connection.prepareStatement(Scenarios.READ)) {
      connection.setAutoCommit(false);
      statement.setFetchSize(1);
      ResultSet rows = statement.executeQuery();
      rows.next();
      long during = Way.longFrom(connection, CURSORS);
      rows.close();
      long after = Way.longFrom(connection, CURSORS);
      connection.rollback();
      return during + " then " + after;
    }
  }

  /** How many prepared statements a second use of the same statements leaves behind. */
  private static long preparedGrowth(Way way) throws SQLException {
    try (Connection connection = way.connect("&prepareThreshold=1")) {
      use(connection, 20);
      long before = Way.longFrom(connection, PREPARED);
      use(connection, 200);
      return Way.longFrom(connection, PREPARED) - before;
    }
  }

  /** Prepares and closes; pgjdbc itself lets the server forget other statements only after a GC. */
  private static void use(Connection connection, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      Way.longFrom(connection, Scenarios.READ);
      Way.longFrom(connection, "SELECT * FROM users");
      try (PreparedStatement write = connection.prepareStatement(Scenarios.WRITE)) {
        write.setString(1, "n" + i);
        write.executeUpdate();
      }
    }
  }
}
