package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * With {@code guard}, MySQL and MariaDB do a statement in the way of its verdict, or not at all.
 */
class PinnedTest {

  private static TestDatabase tables(Engine engine) throws SQLException {
    TestDatabase database = TestServer.shared(engine).database("pinned");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, quantity int) ENGINE=InnoDB");
    database.run("INSERT INTO orders VALUES (1, 1), (2, 2)");
    return database;
  }

  private static Connection guarded(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("lacuna.ddl", "guard") + "&allowMultiQueries=true");
  }

  /** The texts of DDL as the server received them. */
  private static List<String> sent(Connection connection) throws SQLException {
    List<String> sent = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE thread_id ="
                    + " CONNECTION_ID() AND command_type IN ('Query', 'Execute') AND argument"
                    + " REGEXP '^(ALTER|CREATE|DROP)' ORDER BY event_time")) {
      while (row.next()) {
        sent.add(row.getString(1));
      }
    }
    return sent;
  }

  private static void assertSent(Engine engine, List<String> statements, List<String> expected)
      throws SQLException {
    try (Connection connection = guarded(tables(engine));
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL log_output = 'TABLE'");
      statement.execute("SET GLOBAL general_log = 1");
      for (String sql : statements) {
        statement.execute(sql);
      }
      try (PreparedStatement prepared =
          connection.prepareStatement("ALTER TABLE orders ADD COLUMN p int")) {
        prepared.execute();
      }
      statement.execute("SET GLOBAL general_log = 0");
      assertThat(sent(connection)).containsExactlyElementsOf(expected);
    }
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_guarded_isPinnedToItsVerdict() throws SQLException {
    assertSent(
        Engine.MYSQL,
        List.of(
            "ALTER TABLE orders ADD COLUMN a int",
            "CREATE INDEX by_a ON orders (a) /* soon */",
            "ALTER TABLE orders ADD COLUMN b int, ADD INDEX by_b (b);",
            "ALTER TABLE orders MODIFY quantity bigint",
            "ALTER TABLE orders ADD COLUMN c int, ALGORITHM=INPLACE",
            "ALTER TABLE orders DROP INDEX by_a -- no more",
            "DROP INDEX by_b ON orders",
            "ALTER TABLE orders RENAME TO purchases",
            "ALTER TABLE purchases RENAME TO orders"),
        List.of(
            "ALTER TABLE orders ADD COLUMN a int, ALGORITHM=INSTANT",
            "CREATE INDEX by_a ON orders (a) ALGORITHM=INPLACE LOCK=NONE /* soon */",
            "ALTER TABLE orders ADD COLUMN b int, ADD INDEX by_b (b), ALGORITHM=INPLACE, LOCK=NONE",
            "ALTER TABLE orders MODIFY quantity bigint",
            "ALTER TABLE orders ADD COLUMN c int, ALGORITHM=INPLACE",
            "ALTER TABLE orders DROP INDEX by_a, ALGORITHM=INPLACE, LOCK=NONE -- no more",
            "DROP INDEX by_b ON orders ALGORITHM=INPLACE LOCK=NONE",
            "ALTER TABLE orders RENAME TO purchases, ALGORITHM=INSTANT",
            "ALTER TABLE purchases RENAME TO orders, ALGORITHM=INSTANT",
            "ALTER TABLE orders ADD COLUMN p int, ALGORITHM=INSTANT"));
  }

  @Test
  @RequiresServer(Engine.MARIADB)
  void mariadb_guarded_isPinnedToItsVerdict() throws SQLException {
    assertSent(
        Engine.MARIADB,
        List.of(
            "ALTER TABLE orders ADD COLUMN a int",
            "CREATE INDEX by_a ON orders (a)",
            "DROP INDEX by_a ON orders",
            "ALTER TABLE orders RENAME TO purchases",
            "ALTER TABLE purchases RENAME TO orders"),
        List.of(
            "ALTER TABLE orders ADD COLUMN a int, ALGORITHM=INSTANT, LOCK=NONE",
            "CREATE INDEX by_a ON orders (a) ALGORITHM=NOCOPY LOCK=NONE",
            "DROP INDEX by_a ON orders",
            "ALTER TABLE orders RENAME TO purchases",
            "ALTER TABLE purchases RENAME TO orders",
            "ALTER TABLE orders ADD COLUMN p int, ALGORITHM=INSTANT, LOCK=NONE"));
  }

  /** MySQL 9.7 counts to 255, and would then rebuild the table without a word. */
  private static void useUpRowVersions(TestDatabase database) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 255; i++) {
        String change = i % 2 == 0 ? "ADD COLUMN v int" : "DROP COLUMN v";
        statement.execute("ALTER TABLE orders " + change + ", ALGORITHM=INSTANT");
      }
      statement.execute("CREATE USER IF NOT EXISTS plain@'%' IDENTIFIED BY 'plain'");
      statement.execute("GRANT ALL ON pinned.* TO plain@'%'");
    }
  }

  @Test
  @RequiresServer(Engine.MYSQL)
  void mysql_rowVersionsUsedUp_rebuildsOnlyIfThatWasSeen() throws SQLException {
    TestDatabase database = tables(Engine.MYSQL);
    useUpRowVersions(database);
    String url =
        database
            .lacunaUrl("lacuna.ddl", "guard")
            .replaceFirst("user=root&password=[^&]*", "user=plain&password=plain");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // This user may not look into InnoDB's tables (the PROCESS privilege).
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN w int"))
          .hasMessage(
              """
              Maximum row versions reached for table pinned/orders. No more columns can be added or \
              dropped instantly. Please use COPY/INPLACE.
              Why: lacuna.ddl pins a statement to the verdict on it, so that the server refuses what would \
              take longer or lock more:
                ALTER TABLE orders ADD COLUMN w int, ALGORITHM=INSTANT
              Instead: look at the verdict in the log, or put ALGORITHM and LOCK into the statement.""")
          .extracting(error -> ((SQLException) error).getErrorCode())
          .isEqualTo(4092);
    }
    try (Connection connection = guarded(database);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE orders ADD COLUMN w int");
    }
  }
}
