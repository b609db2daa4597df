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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a guarded ALTER leaves as it was, on PostgreSQL. */
class GuardTest {

  private static final long LOCK_TIMEOUT_MILLIS = 300;

  private TestDatabase database;

  @BeforeEach
  void tables() throws SQLException {
    database = TestServer.shared(Engine.POSTGRESQL).database("guard");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note text)");
    database.run("INSERT INTO orders SELECT g, 'n' FROM generate_series(1, 100) g");
  }

  private String guarded(String more) {
    return database.lacunaUrl("lacuna.ddl", "guard")
        + "&lacuna.ddl.lock-timeout="
        + LOCK_TIMEOUT_MILLIS
        + "ms"
        + more;
  }

  @Test
  void guard_retriesExhausted_isTheDriversError() throws SQLException {
    try (Connection reader = database.plain();
        Statement read = reader.createStatement();
        Connection connection = DriverManager.getConnection(guarded("&lacuna.ddl.retries=1"));
        Statement statement = connection.createStatement()) {
      reader.setAutoCommit(false);
      read.execute("SELECT count(*) FROM orders");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n int"))
          .isInstanceOf(SQLException.class)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("55P03");
    }
  }

  @Test
  void guard_putsTheTimeoutBack() throws SQLException {
    try (Connection connection = DriverManager.getConnection(guarded(""));
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '7s'");
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      assertThat(lockTimeout(statement)).isEqualTo("7s");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders DROP COLUMN absent"))
          .hasMessageContaining("does not exist");
      assertThat(lockTimeout(statement)).isEqualTo("7s");
      connection.setAutoCommit(false);
      statement.execute("ALTER TABLE orders ADD COLUMN m int");
      assertThat(lockTimeout(statement)).isEqualTo("7s");
      connection.rollback();
      assertThat(lockTimeout(statement)).isEqualTo("7s");
    }
  }

  private static String lockTimeout(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW lock_timeout")) {
      row.next();
      return row.getString(1);
    }
  }
}
