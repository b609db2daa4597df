package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The column goes unnoticed, and the first statement of a transaction names it: PostgreSQL gives up
 * the transaction, of which nothing is lost, so that it is begun again. With more in it than that,
 * it is the application that has to.
 */
class FirstStatementTest {

  private static final String SELECT = "SELECT id, nickname FROM users ORDER BY id";

  private final TestDatabase database = TestServer.shared().database("first_statement");
  private Connection connection;

  FirstStatementTest() throws SQLException {
    connection = connect();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("users.nickname varchar(40)") + "&prepareThreshold=1");
  }

  @BeforeEach
  void learnThatTheColumnIsThere() throws SQLException {
    connection.close();
    database.run(
        """
        DROP TABLE IF EXISTS users;
        CREATE TABLE users (id int PRIMARY KEY, name text, nickname varchar(40));
        INSERT INTO users VALUES (1, 'Ada', 'a'), (2, 'Ben', 'b');
        """);
    connection = connect();
    select();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** Something that an application does first; it returns what it sees. */
  private interface Work {
    Object in(Connection connection) throws SQLException;
  }

  /**
   * Some work by name.
   *
   * @param prepares whether its statement is prepared before the column goes
   */
  private record Case(String name, boolean prepares, Work work, Object expected) {}

  private static final String INSERT = "INSERT INTO users (id, nickname) VALUES (?, ?)";
  private static final String UPDATE = "UPDATE users SET nickname = ? WHERE id <= ?";

  private static Stream<Case> cases() {
    return Stream.of(
        new Case("text", false, c -> rows(c, 0), "1 null, 2 null"),
        new Case("text, by a cursor", false, c -> rows(c, 1), "1 null, 2 null"),
        new Case("prepared", true, c -> prepared(c, SELECT, 0), "1 null, 2 null"),
        new Case("prepared, by a cursor", true, c -> prepared(c, SELECT, 1), "1 null, 2 null"),
        new Case(
            "star", true, c -> prepared(c, "SELECT * FROM users ORDER BY id", 0), "1 null, 2 null"),
        new Case("update", true, c -> update(c), 2),
        new Case("batch", true, c -> batch(c), List.of(1, 1)));
  }

  @TestFactory
  Stream<DynamicTest> firstStatement_isNotFailed() {
    return cases().map(each -> dynamicTest(each.name(), () -> isNotFailed(each)));
  }

  private void isNotFailed(Case each) throws SQLException {
    learnThatTheColumnIsThere();
    if (each.prepares()) {
      each.work().in(connection);
      connection.rollback();
    }
    goes();
    assertThat(each.work().in(connection)).isEqualTo(each.expected());
    run("UPDATE users SET name = 'Cleo' WHERE id = 1");
    connection.rollback();
    assertThat(database.read("SELECT string_agg(name, ',' ORDER BY id) FROM users"))
        .isEqualTo("Ada,Ben");
  }

  @Test
  void writeThatIsCommitted_isDoneOnce() throws SQLException {
    goes();
    assertThat(batch(connection)).isEqualTo(List.of(1, 1));
    connection.commit();
    assertThat(database.read("SELECT string_agg(id::text, ',' ORDER BY id) FROM users"))
        .isEqualTo("1,2,3,4");
  }

  @Test
  void settingsOfTheTransaction_areKept() throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    connection.setReadOnly(true);
    goes();
    assertThat(rows(connection, 0)).isEqualTo("1 null, 2 null");
    assertThat(one("SHOW transaction_isolation")).isEqualTo("serializable");
    assertThat(one("SHOW transaction_read_only")).isEqualTo("on");
  }

  @Test
  void transactionWithMoreInIt_isForTheApplication() throws SQLException {
    for (String before :
        List.of("SELECT 1", "SET LOCAL work_mem = '1MB'", "SELECT pg_advisory_xact_lock(1)")) {
      learnThatTheColumnIsThere();
      run(before);
      goes();
      assertAsksToRunAgain(() -> rows(connection, 0));
    }
  }

  @Test
  void savepointBefore_isForTheApplication() throws SQLException {
    connection.setSavepoint();
    goes();
    assertAsksToRunAgain(() -> rows(connection, 0));
  }

  @Test
  void severalStatementsInOneText_areForTheApplication() throws SQLException {
    goes();
    assertAsksToRunAgain(() -> run("SELECT pg_advisory_lock(7); SELECT nickname FROM users"));
  }

  @Test
  void transactionBegunBySql_isForTheApplication() throws SQLException {
    connection.setAutoCommit(true);
    run("BEGIN");
    goes();
    assertAsksToRunAgain(() -> rows(connection, 0));
  }

  @Test
  void ownMistake_staysTheDriversError() throws SQLException {
    goes();
    assertThatThrownBy(() -> run("SELECT nickname, nosuch FROM users"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42703"));
    assertThatThrownBy(() -> run("SELECT 1"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
  }

  private static void assertAsksToRunAgain(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            SQLTransactionRollbackException.class,
            e -> assertThat(e.getSQLState()).isEqualTo("40001"));
  }

  private void goes() throws SQLException {
    database.run("ALTER TABLE users DROP COLUMN nickname");
  }

  private void select() throws SQLException {
    assertThat(rows(connection, 0)).isEqualTo("1 a, 2 b");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String rows(Connection connection, int fetchSize) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(fetchSize);
      return rows(statement.executeQuery(SELECT));
    }
  }

  private static String prepared(Connection connection, String sql, int fetchSize)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(fetchSize);
      return rows(statement.executeQuery());
    }
  }

  private static String rows(ResultSet rows) throws SQLException {
    List<String> all = new ArrayList<>();
    while (rows.next()) {
      all.add(rows.getInt("id") + " " + rows.getString("nickname"));
    }
    return String.join(", ", all);
  }

  private static int update(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      statement.setString(1, "x");
      statement.setInt(2, 2);
      return statement.executeUpdate();
    }
  }

  private static List<Integer> batch(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (int id = 3; id <= 4; id++) {
        statement.setInt(1, id);
        statement.setString(2, "x");
        statement.addBatch();
      }
      List<Integer> counts = new ArrayList<>();
      for (int count : statement.executeBatch()) {
        counts.add(count);
      }
      return counts;
    }
  }
}
