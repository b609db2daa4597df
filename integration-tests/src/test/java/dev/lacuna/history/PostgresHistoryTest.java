package dev.lacuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL the history is of one transaction with what it tells of. */
class PostgresHistoryTest {

  private Recorded recorded;

  @BeforeEach
  void tables() throws SQLException {
    recorded = Recorded.on(Engine.POSTGRESQL);
  }

  @Test
  void statement_isRecorded_withAllThatIsKnown() throws SQLException {
    recorded.run(
        "&ApplicationName=deploy",
        """
        -- lacuna: reason=tax report approved-by=Ada commit=9f2c1e
        ALTER TABLE orders ADD COLUMN region text, DROP COLUMN note\
        """);

    assertThat(
            recorded.rows(
                "database_user, application, engine_version, statement, table_name, column_name,"
                    + " verdict, rules, attempts, outcome, reason, approved_by, commit_id"))
        .containsExactly(
            "postgres|deploy|PostgreSQL 18.6|ALTER TABLE orders ADD COLUMN region text, DROP COLUMN"
                + " note|orders|region, note|caution|drop-column|1|succeeded|tax"
                + " report|Ada|9f2c1e");
    assertThat(
            recorded.rows(
                "abs(extract(epoch FROM now() - at)) < 60, host IN ('127.0.0.1', '::1'),"
                    + " driver_version LIKE 'Lacuna %, PostgreSQL JDBC Driver 42.%',"
                    + " waited_ms = 0, held_ms BETWEEN 0 AND 60000"))
        .containsExactly("t|t|t|t|t");
  }

  @Test
  void off_isTheDefault() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(recorded.database().lacunaUrl("lacuna.ddl", "log"));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
    }
    assertThat(recorded.query("SELECT to_regclass('lacuna_history')")).containsExactly("null");
  }

  @Test
  void transaction_rolledBack_leavesNoTrace() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("ALTER TABLE orders ADD COLUMN a int");
      Savepoint savepoint = connection.setSavepoint();
      statement.execute("ALTER TABLE orders ADD COLUMN b int");
      connection.rollback(savepoint);
      statement.execute("ALTER TABLE orders ADD COLUMN c int");
      assertThat(recorded.rows("column_name")).isEmpty();
      connection.commit();
      statement.execute("ALTER TABLE orders ADD COLUMN d int");
      connection.rollback();
    }
    assertThat(recorded.rows("column_name, outcome")).containsExactly("a|succeeded", "c|succeeded");
  }

  @Test
  void transactionBegunBySql_isOneToo() throws SQLException {
    recorded.run("", "BEGIN", "ALTER TABLE orders ADD COLUMN a int", "ROLLBACK");
    recorded.run("", "BEGIN", "ALTER TABLE orders ADD COLUMN b int", "COMMIT");

    assertThat(recorded.rows("column_name")).containsExactly("b");
  }

  @Test
  void everyWay_isRecorded() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement();
        PreparedStatement prepared =
            connection.prepareStatement("ALTER TABLE orders ADD COLUMN a int")) {
      prepared.execute();
      statement.addBatch("ALTER TABLE orders ADD COLUMN b int");
      statement.addBatch("INSERT INTO orders VALUES (3, '')");
      statement.addBatch("ALTER TABLE orders ADD COLUMN c int");
      assertThat(statement.executeBatch()).hasSize(3);
      statement.execute(
          "ALTER TABLE orders ADD COLUMN d int; SELECT 1; ALTER TABLE orders ADD COLUMN e int");
      assertThat(statement.getMoreResults()).isTrue();
      assertThat(statement.executeUpdate("ALTER TABLE orders ADD COLUMN f int")).isZero();
    }
    assertThat(recorded.rows("column_name, outcome"))
        .containsExactly(
            "a|succeeded",
            "b|succeeded",
            "c|succeeded",
            "d|succeeded",
            "e|succeeded",
            "f|succeeded");
  }

  @Test
  void whatRefusesATransaction_isRecordedBehind() throws SQLException {
    recorded.run(
        "",
        "CREATE INDEX CONCURRENTLY i ON orders (note)",
        "VACUUM FULL orders",
        "REINDEX TABLE CONCURRENTLY orders");

    assertThat(recorded.rows("statement, outcome"))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY i ON orders (note)|succeeded",
            "VACUUM FULL orders|succeeded",
            "REINDEX TABLE CONCURRENTLY orders|succeeded");
  }

  @Test
  void whatFails_orIsRefused_isRecorded_whereNoTransactionIsLost() throws SQLException {
    String unique = "ALTER TABLE orders ADD CONSTRAINT u UNIQUE (note)";
    assertThatThrownBy(() -> recorded.run("", unique))
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("23505");
    assertThatThrownBy(() -> recorded.run("&lacuna.ddl=refuse", unique))
        .hasMessageStartingWith("Ref");
    assertThatThrownBy(() -> recorded.run("", "SELECT 1; " + unique))
        .hasMessageContaining("(note)");
    assertThatThrownBy(() -> recorded.run("", "BEGIN", unique)).hasMessageContaining("(note)");

    assertThat(recorded.rows("outcome, attempts, table_name"))
        .containsExactly("failed 23505|1|orders", "refused|0|orders", "unclear 23505|1|orders");
  }

  @Test
  void guard_tellsOfItsAttempts() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (Connection reader = recorded.database().plain();
        Statement read = reader.createStatement()) {
      reader.setAutoCommit(false);
      read.execute("SELECT * FROM orders");
      Future<?> alter =
          pool.submit(
              () -> {
                recorded.run(
                    "&lacuna.ddl=guard&lacuna.ddl.lock-timeout=100ms",
                    "ALTER TABLE orders ADD COLUMN n int");
                return null;
              });
      while (recorded.query("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      TimeUnit.SECONDS.sleep(1);
      reader.rollback();
      alter.get(30, TimeUnit.SECONDS);
    } finally {
      pool.shutdown();
    }
    assertThat(recorded.rows("attempts > 1, waited_ms > 100, outcome"))
        .containsExactly("t|t|succeeded");
  }

  @Test
  void history_isAppendOnly() throws SQLException {
    recorded.run("", "ALTER TABLE orders ADD COLUMN n int");
    for (String sql :
        List.of(
            "UPDATE lacuna_history SET reason = ''",
            "DELETE FROM lacuna_history",
            "TRUNCATE lacuna_history")) {
      assertThatThrownBy(() -> recorded.database().run(sql))
          .hasMessageContaining("lacuna_history is append-only");
    }
  }

  @Test
  void notes_comeFromTheComment_thenTheOptions_thenTheApplicationsName() throws SQLException {
    recorded.run(
        "&ApplicationName=flyway%20reason=app%20commit=app"
            + "&lacuna.history.reason=option&lacuna.history.approved-by=Bob%20%26%20Eve",
        "-- lacuna: reason=comment\nALTER TABLE orders ADD COLUMN n int",
        "ALTER TABLE orders ADD COLUMN m int");

    assertThat(recorded.rows("reason, approved_by, commit_id"))
        .containsExactly("comment|Bob & Eve|app", "option|Bob & Eve|app");
  }

  @Test
  void whatIsNobodyElses_orHoldsSecrets_isNotRecorded() throws SQLException {
    recorded.run(
        "",
        "CREATE TEMP TABLE t (id int)",
        "CREATE ROLE history_test PASSWORD 'secret'",
        "DROP ROLE history_test",
        "CREATE TABLE u (id int)");

    assertThat(recorded.rows("statement")).containsExactly("CREATE TABLE u (id int)");
  }

  @Test
  void ddlOff_recordsWithoutAVerdict() throws SQLException {
    recorded.run("&lacuna.ddl=off", "CREATE INDEX i ON orders (note)");

    assertThat(recorded.rows("verdict, rules, outcome")).containsExactly("null|null|succeeded");
  }

  @Test
  void tableDropped_isCreatedAgain() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE orders ADD COLUMN a int");
      recorded.database().run("DROP TABLE lacuna_history");
      statement.execute("ALTER TABLE orders ADD COLUMN b int");
      recorded.database().run("DROP TABLE lacuna_history");
      connection.setAutoCommit(false);
      statement.execute("ALTER TABLE orders ADD COLUMN c int");
      statement.execute("ALTER TABLE orders ADD COLUMN d int");
      connection.commit();
    }
    assertThat(recorded.rows("column_name")).containsExactly("c", "d");
  }

  @Test
  void whatCannotBeRecorded_isLogged_andRuns() throws SQLException {
    recorded.run("", "ALTER TABLE orders ADD COLUMN a int");
    recorded.database().run("ALTER TABLE lacuna_history ADD CHECK (statement NOT LIKE '%odd%')");

    assertThat(
            Recorded.warnings(
                () -> {
                  recorded.run("", "ALTER TABLE orders ADD COLUMN odd1 int");
                  recorded.run(
                      "", "BEGIN", "ALTER TABLE orders ADD COLUMN odd2 int DEFAULT '7'", "COMMIT");
                }))
        .hasSize(2)
        .allMatch(
            message ->
                message.matches(
                    "(?s)Not recorded in lacuna_history \\(ERROR: new row .*\\): ALTER TABLE orders"
                        + " ADD COLUMN odd. int( DEFAULT '…')?"));
    assertThat(
            recorded.query(
                "SELECT count(*) FROM information_schema.columns WHERE column_name LIKE 'odd%'"))
        .containsExactly("2");
  }

  @Test
  void userWhoMayNotCreateIt_isToldOnce_andEachStatementIs() throws SQLException {
    recorded
        .database()
        .run(
            """
            DROP ROLE IF EXISTS history_guest; CREATE ROLE history_guest LOGIN;
            CREATE TABLE theirs (id int); ALTER TABLE theirs OWNER TO history_guest\
            """);
    assertThat(
            Recorded.warnings(
                () -> {
                  String url =
                      recorded
                          .database()
                          .lacunaUrl("lacuna.history", "on")
                          .replace("user=postgres", "user=history_guest");
                  Connection connection = DriverManager.getConnection(url);
                  try (connection;
                      Statement statement = connection.createStatement()) {
                    statement.execute("ALTER TABLE theirs ADD COLUMN n int");
                  }
                }))
        .containsExactly(
            "DDL will not be recorded: lacuna_history cannot be created: ERROR: permission denied"
                + " for schema public",
            "Not recorded in lacuna_history (it could not be created at the connect): ALTER TABLE"
                + " theirs ADD COLUMN n int");
    assertThat(recorded.query("SELECT n FROM theirs")).isEmpty();
    recorded.database().run("DROP TABLE theirs; DROP ROLE history_guest");
  }

  @Test
  void manyAtOnce_createOneTable_andLoseNothing() throws Exception {
    recorded.alterAtOnce(8);

    assertThat(recorded.rows("reason")).hasSize(8).doesNotHaveDuplicates();
  }
}
