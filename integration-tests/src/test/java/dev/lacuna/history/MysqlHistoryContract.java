package dev.lacuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MySQL and MariaDB commit around DDL; the history is written right behind it. */
abstract class MysqlHistoryContract {

  private final Engine engine;
  private Recorded recorded;

  MysqlHistoryContract(Engine engine) {
    this.engine = engine;
  }

  /** Engine and version as they are recorded, but for the last numbers. */
  abstract String server();

  @BeforeEach
  void tables() throws SQLException {
    recorded = Recorded.on(engine);
  }

  @Test
  void statement_isRecorded_withAllThatIsKnown() throws SQLException {
    recorded.run(
        "",
        """
        -- lacuna: reason=tax report approved-by=Ada commit=9f2c1e
        ALTER TABLE orders ADD COLUMN region varchar(8), DROP COLUMN note\
        """);

    assertThat(
            recorded.rows(
                "database_user, statement, table_name, column_name, verdict, attempts, outcome,"
                    + " reason, approved_by, commit_id"))
        .containsExactly(
            "root|ALTER TABLE orders ADD COLUMN region varchar(8), DROP COLUMN note|orders|region,"
                + " note|caution|1|succeeded|tax report|Ada|9f2c1e");
    assertThat(
            recorded.rows(
                "ABS(TIMESTAMPDIFF(SECOND, at, UTC_TIMESTAMP())) < 60, host <> '',"
                    + " driver_version LIKE 'Lacuna %, M%', engine_version LIKE '"
                    + server()
                    + "%', waited_ms = 0, held_ms BETWEEN 0 AND 60000"))
        .containsExactly("1|1|1|1|1|1");
  }

  @Test
  void everyWay_isRecorded() throws SQLException {
    try (Connection connection = recorded.connect("&allowMultiQueries=true");
        Statement statement = connection.createStatement();
        PreparedStatement prepared =
            connection.prepareStatement("ALTER TABLE orders ADD COLUMN a int")) {
      prepared.execute();
      statement.addBatch("ALTER TABLE orders ADD COLUMN b int");
      statement.addBatch("INSERT INTO orders VALUES (3, '', 1)");
      statement.executeLargeUpdate("ALTER TABLE orders ADD COLUMN c int");
      statement.execute("ALTER TABLE orders ADD COLUMN d int; ALTER TABLE orders ADD COLUMN e int");
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isZero();
    }
    assertThat(recorded.rows("column_name, outcome"))
        .containsExactly("a|succeeded", "c|succeeded", "d|sent", "e|sent");
  }

  @Test
  void batch_isRecorded() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      statement.addBatch("INSERT INTO orders VALUES (3, '')");
      statement.addBatch("ALTER TABLE orders ADD COLUMN b int");
      assertThat(statement.executeBatch()).hasSize(2);
    }
    assertThat(recorded.rows("column_name, outcome")).containsExactly("b|sent");
  }

  @Test
  void withoutAutoCommit_itIsCommitted_andLeavesNoTransactionOpen() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO orders VALUES (3, 'committed by the ALTER')");
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      assertThat(recorded.rows("column_name")).containsExactly("n");
      recorded.database().run("ALTER TABLE lacuna_history COMMENT 'nothing holds it'");
      statement.execute("INSERT INTO orders VALUES (4, 'rolled back', 0)");
      connection.rollback();
    }
    assertThat(recorded.query("SELECT count(*) FROM orders")).containsExactly("3");
  }

  @Test
  void temporaryTable_commitsNothing_andIsNotRecorded() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO orders VALUES (3, 'to be rolled back')");
      statement.execute("CREATE TEMPORARY TABLE t (id int)");
      statement.execute("DROP TEMPORARY TABLE t");
      connection.rollback();
    }
    assertThat(recorded.rows("statement")).isEmpty();
    assertThat(recorded.query("SELECT count(*) FROM orders")).containsExactly("2");
  }

  @Test
  void whatFails_orIsRefused_isRecorded() throws SQLException {
    assertThatThrownBy(() -> recorded.run("", "ALTER TABLE orders ADD UNIQUE u (note)"))
        .extracting(error -> ((SQLException) error).getErrorCode())
        .isEqualTo(1062);
    assertThatThrownBy(
            () ->
                recorded.run(
                    "&lacuna.ddl=refuse", "ALTER TABLE orders ADD n int AUTO_INCREMENT UNIQUE"))
        .hasMessageStartingWith("Refused");

    assertThat(recorded.rows("outcome, attempts, table_name"))
        .containsExactly("failed 23000|1|orders", "refused|0|orders");
  }

  @Test
  void syntaxError_leavesTheTransactionAsItWas() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO orders VALUES (3, 'to be rolled back')");
      assertThatThrownBy(() -> statement.execute("ALTER TABLE orders ADD COLUMN n int int"))
          .isInstanceOf(SQLException.class);
      connection.rollback();
    }
    assertThat(recorded.query("SELECT count(*) FROM orders")).containsExactly("2");
  }

  @Test
  void lastInsertId_staysTheApplications() throws SQLException {
    recorded.database().run("CREATE TABLE numbered (id int AUTO_INCREMENT PRIMARY KEY, n int)");
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO numbered (n) VALUES (1), (2)");
      statement.execute("INSERT INTO numbered (n) VALUES (3)");
      statement.execute("ALTER TABLE orders ADD COLUMN n int");
      try (var row = statement.executeQuery("SELECT LAST_INSERT_ID()")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isEqualTo(3);
      }
    }
  }

  @Test
  void history_isAppendOnly() throws SQLException {
    recorded.run("", "ALTER TABLE orders ADD COLUMN n int");
    for (String sql :
        List.of("UPDATE lacuna_history SET reason = ''", "DELETE FROM lacuna_history")) {
      assertThatThrownBy(() -> recorded.database().run(sql))
          .hasMessageContaining("lacuna_history is append-only");
    }
  }

  @Test
  void tableDropped_isCreatedAgain() throws SQLException {
    try (Connection connection = recorded.connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE orders ADD COLUMN a int");
      recorded.database().run("DROP TABLE lacuna_history");
      statement.execute("ALTER TABLE orders ADD COLUMN b int");
    }
    assertThat(recorded.rows("column_name")).containsExactly("b");
  }

  @Test
  void whatCannotBeRecorded_isLogged_andRuns() throws SQLException {
    recorded.run("", "ALTER TABLE orders ADD COLUMN a int");
    recorded.database().run("ALTER TABLE lacuna_history ADD COLUMN more int NOT NULL");

    assertThat(Recorded.warnings(() -> recorded.run("", "ALTER TABLE orders ADD COLUMN b int")))
        .singleElement()
        .asString()
        .matches(
            "(?s)Not recorded in lacuna_history \\(.*more.*\\): ALTER TABLE orders ADD COLUMN b"
                + " int");
    assertThat(recorded.query("SELECT max(b) FROM orders")).containsExactly("null");
  }

  @Test
  void manyAtOnce_createOneTable_andLoseNothing() throws Exception {
    recorded.alterAtOnce(8);

    assertThat(recorded.rows("reason")).hasSize(8).doesNotHaveDuplicates();
  }
}
