package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What connections know of a table after DDL: their answers, and the texts that they send. */
class AfterDdlTest {

  private static final String SELECT = "SELECT id, nickname FROM users";
  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";

  /** A test of one engine. */
  @FunctionalInterface
  private interface ThrowingRunnable {
    void run() throws Exception;
  }

  /** A connection that declares the column, and how it is watched from outside. */
  private record Client(Connection connection, long session, Connection watcher)
      implements AutoCloseable {

    static Client of(TestDatabase database, String refresh) throws SQLException {
      Connection connection =
          DriverManager.getConnection(
              database.lacunaUrl("users.nickname varchar(40)") + "&lacuna.refresh=" + refresh);
      String own =
          database.engine() == Engine.POSTGRESQL
              ? "SELECT pg_backend_pid()"
              : "SELECT CONNECTION_ID()";
      return new Client(connection, Long.parseLong(text(connection, own)), database.plain());
    }

    String nickname() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(SELECT)) {
        row.next();
        return row.getString("nickname");
      }
    }

    void run(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    /** Whether its last select went to the server as it was written. */
    boolean sentAsWritten() throws SQLException {
      return text(watcher, lastSelect().formatted(session)).equals(SELECT);
    }

    /** MariaDB keeps no statements unless it is told to; its general log does. */
    private String lastSelect() throws SQLException {
      return switch (connection.getMetaData().getDatabaseProductName()) {
        case "PostgreSQL" -> "SELECT query FROM pg_stat_activity WHERE pid = %d";
        case "MariaDB" ->
            """
            SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log
            WHERE thread_id = %d AND argument LIKE 'SELECT id%%' ORDER BY event_time DESC LIMIT 1""";
        default ->
            """
            SELECT h.SQL_TEXT FROM performance_schema.events_statements_history h
            JOIN performance_schema.threads t ON t.THREAD_ID = h.THREAD_ID
            WHERE t.PROCESSLIST_ID = %d AND h.SQL_TEXT LIKE '%%nickname%%'
            ORDER BY h.EVENT_ID DESC LIMIT 1""";
      };
    }

    private static String text(Connection connection, String query) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        row.next();
        return String.valueOf(row.getString(1));
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      watcher.close();
    }
  }

  private static TestDatabase users(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("after_ddl");
    database.run("CREATE TABLE users (id bigint PRIMARY KEY)");
    database.run("INSERT INTO users VALUES (1)");
    return database;
  }

  private static void migrate(TestDatabase database, String... statements) throws SQLException {
    try (Connection migration =
            DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", "log"));
        Statement statement = migration.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void assertSeenAtOnce(Engine engine) throws SQLException {
    TestDatabase database = users(engine);
    try (Client client = Client.of(database, "24h")) {
      assertThat(client.nickname()).isNull();
      migrate(database, ADD, "UPDATE users SET nickname = 'Al'");
      assertThat(client.nickname()).isEqualTo("Al");
      assertThat(client.sentAsWritten()).isTrue();
      migrate(database, "ALTER TABLE users DROP COLUMN nickname");
      assertThat(client.nickname()).isNull();
      assertThat(client.sentAsWritten()).isFalse();
    }
  }

  @Test
  void postgresql_ddlOfAnotherConnection_isKnownAtOnce() throws SQLException {
    assertSeenAtOnce(Engine.POSTGRESQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_ddlOfAnotherConnection_isKnownAtOnce() throws SQLException {
    assertSeenAtOnce(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_ddlOfAnotherConnection_isKnownAtOnce() throws Exception {
    logged(() -> assertSeenAtOnce(Engine.MARIADB));
  }

  private static void logged(ThrowingRunnable test) throws Exception {
    TestDatabase database = users(Engine.MARIADB);
    database.run("SET GLOBAL log_output = 'TABLE'");
    database.run("SET GLOBAL general_log = 1");
    try {
      test.run();
    } finally {
      database.run("SET GLOBAL general_log = 0");
    }
  }

  private static void assertSeenInTime(Engine engine) throws Exception {
    TestDatabase database = users(engine);
    try (Client client = Client.of(database, "300ms")) {
      assertThat(client.nickname()).isNull();
      database.run(ADD);
      database.run("UPDATE users SET nickname = 'Al'");
      assertThat(client.nickname()).isEqualTo("Al");
      Thread.sleep(300);
      assertThat(client.nickname()).isEqualTo("Al");
      assertThat(client.sentAsWritten()).isTrue();
    }
  }

  @Test
  void postgresql_ddlFromElsewhere_isKnownInTime_andNoAnswerIsStale() throws Exception {
    assertSeenInTime(Engine.POSTGRESQL);
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_ddlFromElsewhere_isKnownInTime_andNoAnswerIsStale() throws Exception {
    assertSeenInTime(Engine.MYSQL);
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_ddlFromElsewhere_isKnownInTime_andNoAnswerIsStale() throws Exception {
    logged(() -> assertSeenInTime(Engine.MARIADB));
  }

  @Test
  void postgresql_ddlInATransaction_isKnownWhenThatIsCommitted() throws SQLException {
    TestDatabase database = users(Engine.POSTGRESQL);
    try (Client client = Client.of(database, "24h");
        Client other = Client.of(database, "24h")) {
      client.run("BEGIN");
      client.run(ADD);
      client.run("UPDATE users SET nickname = 'Al'");
      assertThat(client.nickname()).isEqualTo("Al");
      client.run("COMMIT");
      assertThat(other.nickname()).isEqualTo("Al");
      assertThat(other.sentAsWritten()).isTrue();
    }
  }

  @Test
  void postgresql_rolledBack_leavesNoTrace() throws SQLException {
    TestDatabase database = users(Engine.POSTGRESQL);
    try (Client client = Client.of(database, "24h")) {
      client.connection().setAutoCommit(false);
      client.run(ADD);
      assertThat(client.nickname()).isNull();
      assertThat(client.sentAsWritten()).isTrue();
      client.connection().rollback();
      assertThat(client.nickname()).isNull();
      assertThat(client.sentAsWritten()).isFalse();
      client.connection().rollback();
    }
  }

  /** A text that named the column after all would fail, and lose this transaction. */
  @Test
  void postgresql_rolledBackBySql_leavesNoTrace() throws SQLException {
    TestDatabase database = users(Engine.POSTGRESQL);
    try (Client client = Client.of(database, "24h")) {
      for (String end : new String[] {"ROLLBACK", "/* no */ abort", "ROLLBACK TO SAVEPOINT s"}) {
        client.run("BEGIN");
        client.run("SAVEPOINT s");
        client.run(ADD);
        assertThat(client.nickname()).isNull();
        assertThat(client.sentAsWritten()).isTrue();
        client.run(end);
        client.run(end.contains("TO") ? "SAVEPOINT t" : "BEGIN");
        assertThat(client.nickname()).as(end).isNull();
        assertThat(client.sentAsWritten()).as(end).isFalse();
        client.run("COMMIT");
      }
    }
  }
}
