package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What DDL meets on its way through the driver, on MySQL and MariaDB. */
class MysqlGateTest {

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_refusal_saysWhyAndSendsNothing() throws SQLException {
    assertRefused(
        tables(Engine.MYSQL),
        "ALTER TABLE orders MODIFY quantity bigint",
        """
        Refused [change-column-type]: ALTER TABLE orders MODIFY quantity bigint
        Why: MySQL 9.7 rewrites orders (16 kB, 2 rows) by ALGORITHM=COPY, LOCK=SHARED; writes wait, less
          than 1 s.
        Instead: add a column of the new type; let the application or a trigger write both; backfill in
          batches; switch; drop the old one.
          ALTER TABLE orders ADD COLUMN quantity_new bigint, ALGORITHM=INSTANT;
          -- Backfill: repeat until no row is updated.
          UPDATE orders SET quantity_new = quantity WHERE quantity_new IS NULL AND quantity IS NOT NULL
            ORDER BY id LIMIT 1000;
        Allow it: /* lacuna:allow change-column-type */ in the statement, or lacuna.ddl.allow.""");
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_refusal_saysWhyAndSendsNothing() throws SQLException {
    assertRefused(
        tables(Engine.MARIADB),
        "ALTER TABLE orders ADD COLUMN n int AUTO_INCREMENT UNIQUE",
        """
        Refused [add-column-auto-increment]: ALTER TABLE orders ADD COLUMN n int AUTO_INCREMENT UNIQUE
        Why: MariaDB 11.8 rewrites orders (16 kB, 2 rows) by ALGORITHM=INPLACE, LOCK=SHARED; writes wait,
          less than 1 s.
        Instead: build the table anew beside it with gh-ost or pt-online-schema-change.
        Allow it: /* lacuna:allow add-column-auto-increment */ in the statement, or lacuna.ddl.allow.""");
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_guard_givesWayAndPutsTheTimeoutBack() throws SQLException {
    assertGuarded(tables(Engine.MYSQL));
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_guard_givesWayAndPutsTheTimeoutBack() throws SQLException {
    assertGuarded(tables(Engine.MARIADB));
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_guard_dropsADatabase() throws SQLException {
    assertDropped(tables(Engine.MYSQL));
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_guard_dropsADatabase() throws SQLException {
    assertDropped(tables(Engine.MARIADB));
  }

  private static TestDatabase tables(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("gate");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, quantity int) ENGINE=InnoDB");
    database.run("INSERT INTO orders VALUES (1, 1), (2, 2)");
    database.run("ANALYZE TABLE orders");
    return database;
  }

  private static void assertRefused(TestDatabase database, String sql, String refusal)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", "refuse"));
        Statement statement = connection.createStatement()) {
      String before = timeout(statement);
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOf(SQLNonTransientException.class)
          .hasMessage(refusal)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("42000");
      assertThat(timeout(statement)).isEqualTo(before);
      statement.execute("ALTER TABLE orders ADD COLUMN m int");
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> connection.prepareStatement(sql).execute()).hasMessage(refusal);
      statement.execute("SELECT m FROM orders");
      connection.rollback();
    }
  }

  private static void assertGuarded(TestDatabase database) throws SQLException {
    String url =
        database.lacunaUrl("lacuna.ddl", "guard")
            + "&lacuna.ddl.lock-timeout=300ms&lacuna.ddl.retries=1";
    try (Connection reader = database.plain();
        Statement read = reader.createStatement();
        Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION lock_wait_timeout = 77");
      reader.setAutoCommit(false);
      read.executeQuery("SELECT count(*) FROM orders").close();
      long begin = System.nanoTime();
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n int"))
          .extracting(error -> ((SQLException) error).getErrorCode())
          .isEqualTo(1205);
      assertThat((System.nanoTime() - begin) / 1e9).isBetween(1.9, 8.0);
      assertThat(timeout(statement)).isEqualTo("77");
      reader.rollback();
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      assertThat(timeout(statement)).isEqualTo("77");
    }
  }

  private static void assertDropped(TestDatabase database) throws SQLException {
    database.run("CREATE DATABASE IF NOT EXISTS gate_old");
    String url = database.lacunaUrl("lacuna.ddl", "guard") + "&lacuna.history=on";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE gate_old");
      try (ResultSet there = statement.executeQuery("SHOW DATABASES LIKE 'gate_old'")) {
        assertThat(there.next()).isFalse();
      }
    }
  }

  private static String timeout(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT @@SESSION.lock_wait_timeout")) {
      row.next();
      return row.getString(1);
    }
  }
}
