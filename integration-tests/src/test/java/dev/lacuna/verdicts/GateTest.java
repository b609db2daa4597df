package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What DDL meets on its way through the driver, on PostgreSQL. */
class GateTest {

  private static final String REFUSAL =
      """
      Refused [create-index-blocks-writes]: CREATE INDEX i ON orders (note)
      Why: PostgreSQL 18 builds an index over orders (88 kB, 1000 rows) under SHARE; writes wait, less
        than 1 s.
      Instead: build it concurrently, outside of any transaction. If it fails, drop what is left of it.
        CREATE INDEX CONCURRENTLY i ON orders (note);
      Allow it: /* lacuna:allow create-index-blocks-writes */ in the statement, or lacuna.ddl.allow.""";

  private TestDatabase database;

  @BeforeEach
  void tables() throws SQLException {
    database = TestServer.shared(Engine.POSTGRESQL).database("gate");
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, note text)");
    database.run("INSERT INTO orders SELECT g, 'n' || g FROM generate_series(1, 1000) g");
    database.run("VACUUM ANALYZE orders");
  }

  private Connection connect(String mode, String more) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl("lacuna.ddl", mode) + more);
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void refuse_dangerous_saysWhyAndSendsNothing() throws SQLException {
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE INDEX i ON orders (note)"))
          .isInstanceOf(SQLNonTransientException.class)
          .hasMessage(REFUSAL)
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("42000");
      assertThat(text(connection, "SELECT to_regclass('i')")).isNull();
    }
  }

  @Test
  void guard_schemaWithAllThatIsInIt_isRenamedAndDropped() throws SQLException {
    database.run("CREATE SCHEMA shop; CREATE TABLE shop.items (id int)");
    try (Connection connection = connect("guard", "&lacuna.history=on");
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '7s'");
      statement.execute("ALTER SCHEMA shop RENAME TO store");
      statement.execute("DROP SCHEMA store CASCADE");
      assertThat(text(connection, "SELECT to_regnamespace('store')")).isNull();
      assertThat(text(connection, "SHOW lock_timeout")).isEqualTo("7s");
    }
  }

  @Test
  void refuse_preparedAndBatchedAndAmongOthers_too() throws SQLException {
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement();
        PreparedStatement prepared =
            connection.prepareStatement("CREATE INDEX i ON orders (note)")) {
      assertThatThrownBy(prepared::execute).hasMessage(REFUSAL);
      statement.addBatch("INSERT INTO orders VALUES (0, '')");
      statement.addBatch("CREATE INDEX i ON orders (note)");
      assertThatThrownBy(statement::executeBatch).hasMessage(REFUSAL);
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "/* first */ DELETE FROM orders; -- then\nCREATE INDEX i ON orders (note);"))
          .hasMessage(REFUSAL);
      assertThat(text(connection, "SELECT count(*) FROM orders")).isEqualTo("1000");
    }
  }

  @Test
  void refuse_inATransaction_leavesItAlive() throws SQLException {
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO orders VALUES (0, '')");
      assertThatThrownBy(() -> statement.execute("CREATE INDEX i ON orders (note)"))
          .hasMessage(REFUSAL);
      connection.commit();
      assertThat(text(connection, "SELECT count(*) FROM orders")).isEqualTo("1001");
    }
  }

  @Test
  void refuse_inATransactionThatSqlBegan_leavesItAlive() throws SQLException {
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute("INSERT INTO orders VALUES (0, '')");
      assertThatThrownBy(() -> statement.execute("CREATE INDEX i ON orders (note)"))
          .hasMessage(REFUSAL);
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      statement.execute("COMMIT");
      assertThat(text(connection, "SELECT count(n) + count(*) FROM orders")).isEqualTo("1001");
    }
  }

  @Test
  void refuse_allowed_passes() throws SQLException {
    try (Connection connection = connect("refuse", "&lacuna.ddl.allow=create-index-blocks-writes");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX i ON orders (note)");
    }
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "/* lacuna:allow create-index-blocks-writes */ CREATE INDEX j ON orders (note)");
      assertThat(text(connection, "SELECT count(*) FROM pg_indexes WHERE indexname IN ('i', 'j')"))
          .isEqualTo("2");
    }
  }

  @Test
  void allow_unknownRule_failsTheConnect() {
    assertThatThrownBy(() -> connect("log", "&lacuna.ddl.allow=create-idex"))
        .hasMessage(
            """
            Unknown rule: create-idex (in lacuna.ddl.allow)
            Why: no rule on DDL has that id.
            Instead: take the id from the refusal, or from docs/rules/README.md.""");
  }

  @Test
  void refuse_newTable_hurtsNobody() throws SQLException {
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE fresh (id int)");
      statement.execute("CREATE INDEX f ON fresh (id)");
      assertThat(text(connection, "SELECT to_regclass('f')")).isEqualTo("f");
    }
  }

  private static List<String> logged(Connection connection, String sql) throws SQLException {
    Logger log = (Logger) LoggerFactory.getLogger("dev.lacuna.ddl");
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    log.addAppender(seen);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } finally {
      log.detachAppender(seen);
    }
    return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void log_dangerous_warnsAndPasses() throws SQLException {
    try (Connection connection = connect("log", "")) {
      assertThat(logged(connection, "CREATE INDEX i ON orders (note)"))
          .containsExactly(
              """
              Dangerous [create-index-blocks-writes]: CREATE INDEX i ON orders (note)
              Why: PostgreSQL 18 builds an index over orders (88 kB, 1000 rows) under SHARE; writes wait, less
                than 1 s.
              Instead: build it concurrently, outside of any transaction. If it fails, drop what is left of it.
                CREATE INDEX CONCURRENTLY i ON orders (note);""");
      assertThat(text(connection, "SELECT to_regclass('i')")).isEqualTo("i");
    }
  }

  @Test
  void log_strings_areMasked() throws SQLException {
    try (Connection connection = connect("log", "")) {
      assertThat(
              logged(
                  connection,
                  "ALTER TABLE orders ADD CONSTRAINT c CHECK (note <> 'hunter2' AND note <> 'b')"))
          .containsExactly(
              """
              Dangerous [add-check-constraint]: ALTER TABLE orders ADD CONSTRAINT c CHECK (note <> '…' AND note <>
                '…')
              Why: PostgreSQL 18 reads all of orders (88 kB, 1000 rows) under ACCESS EXCLUSIVE; reads and writes
                wait, less than 1 s.
              Instead: add it as NOT VALID; validate it, which locks nobody out.
                ALTER TABLE orders ADD CONSTRAINT c CHECK (note <> '…' AND note <> '…') NOT VALID;
                ALTER TABLE orders VALIDATE CONSTRAINT c;""");
    }
  }

  @Test
  void log_whatTheServerRefuses_isTheServersError() throws SQLException {
    try (Connection connection = connect("log", "");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("ALTER TABLE absent ADD COLUMN n int"))
          .hasMessageContaining("relation \"absent\" does not exist");
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> statement.execute("SELECT 1/0")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n int"))
          .extracting(error -> ((SQLException) error).getSQLState())
          .isEqualTo("25P02");
      connection.rollback();
    }
  }

  @Test
  void facts_inATransaction_holdNoLock() throws SQLException {
    try (Connection connection = connect("refuse", "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> statement.execute("CREATE INDEX i ON orders (note)"))
          .hasMessage(REFUSAL);
      database.run("SET lock_timeout = '1s'; ALTER TABLE orders ADD COLUMN n int");
      connection.rollback();
    }
  }
}
