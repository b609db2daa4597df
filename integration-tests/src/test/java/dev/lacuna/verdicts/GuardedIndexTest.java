package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a failed {@code CREATE INDEX CONCURRENTLY} leaves behind is told of, and dropped. */
class GuardedIndexTest {

  private static final String UNIQUE = "CREATE UNIQUE INDEX CONCURRENTLY i ON orders (note)";

  private TestDatabase database;

  @BeforeEach
  void tables() throws SQLException {
    database = TestServer.shared(Engine.POSTGRESQL).database("guard_index");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note text)");
    database.run("INSERT INTO orders VALUES (1, 'a'), (2, 'a')");
  }

  private Connection connect(String mode) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", mode));
  }

  private static String invalid(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT coalesce(string_agg(indexrelid::regclass::text, ','), '') FROM pg_index WHERE"
                + " NOT indisvalid")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void log_failed_tellsWhatIsLeft() throws SQLException {
    try (Connection connection = connect("log");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(UNIQUE))
          .hasMessageEndingWith(
              """

              Why it matters: what it has left behind is INVALID: every write keeps it, no query uses it.
              Instead: drop it; with lacuna.ddl=guard, the same statement does that first.
                DROP INDEX CONCURRENTLY i;""")
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("23505");
      assertThat(invalid(statement)).isEqualTo("i");
    }
  }

  @Test
  void guard_again_dropsWhatWasLeftFirst() throws SQLException {
    try (Connection connection = connect("guard");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(UNIQUE)).hasMessageContaining("INVALID");
      database.run("UPDATE orders SET note = id::text");
      statement.execute(UNIQUE);
      assertThat(invalid(statement)).isEmpty();
    }
  }

  @Test
  void guard_noTimeForTheLock_triesAgainWithoutWhatWasLeft() throws Exception {
    try (Connection connection = connect("guard");
        Statement statement = connection.createStatement();
        Connection writer = database.plain();
        Statement write = writer.createStatement()) {
      statement.execute("SET lock_timeout = '200ms'");
      writer.setAutoCommit(false);
      write.execute("UPDATE orders SET note = 'b'");
      CompletableFuture<Void> built =
          CompletableFuture.runAsync(
              () -> {
                try {
                  statement.execute("CREATE INDEX CONCURRENTLY i ON orders (note)");
                } catch (SQLException e) {
                  throw new CompletionException(e);
                }
              });
      Thread.sleep(700);
      assertThat(built).isNotDone();
      writer.commit();
      built.get(30, TimeUnit.SECONDS);
      assertThat(invalid(statement)).isEmpty();
    }
  }

  @Test
  void guard_somebodyBuildsIt_leavesItAlone() throws Exception {
    try (Connection writer = database.plain();
        Statement write = writer.createStatement();
        Connection builder = database.plain();
        Statement build = builder.createStatement();
        Connection connection =
            DriverManager.getConnection(
                database.lacunaUrl("lacuna.ddl", "guard") + "&lacuna.ddl.retries=1");
        Statement statement = connection.createStatement()) {
      database.run("UPDATE orders SET note = id::text");
      writer.setAutoCommit(false);
      write.execute("UPDATE orders SET note = note");
      CompletableFuture<Void> built =
          CompletableFuture.runAsync(
              () -> {
                try {
                  build.execute(UNIQUE);
                } catch (SQLException e) {
                  throw new CompletionException(e);
                }
              });
      while (invalid(statement).isEmpty()) {
        Thread.onSpinWait();
      }
      statement.execute("SET lock_timeout = '100ms'");
      assertThatThrownBy(() -> statement.execute(UNIQUE)).isInstanceOf(SQLException.class);
      writer.commit();
      built.get(30, TimeUnit.SECONDS);
      assertThat(invalid(statement)).isEmpty();
    }
  }
}
