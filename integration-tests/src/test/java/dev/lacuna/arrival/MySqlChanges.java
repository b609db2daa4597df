package dev.lacuna.arrival;

import static dev.lacuna.arrival.Nickname.value;
import static dev.lacuna.arrival.Nickname.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The column comes and goes in other ways than by ADD and DROP, or the table is another one: on
 * MySQL and MariaDB, with statements that were prepared before, in each way of preparing.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class MySqlChanges {

  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";
  private static final String DROP = "ALTER TABLE users DROP COLUMN nickname";
  static final String UPDATE = "UPDATE users SET nickname = ? WHERE id = 1";
  static final String SELECT = "SELECT nickname FROM users WHERE id = 1";
  private static final String INSERT = "INSERT INTO users (id, name, nickname) VALUES (?, ?, ?)";
  private static final String REFUSE_ONCE = "SET @refusals = 1";
  private static final String STAR = "SELECT * FROM users WHERE id = 1";

  /** A new table takes the place of the old one, in one step. */
  private static final String SWAP =
      """
      CREATE TABLE users_new LIKE users;
      ALTER TABLE users_new ADD COLUMN nickname varchar(40) DEFAULT 'swapped' FIRST;
      INSERT INTO users_new (id, name) SELECT id, name FROM users;
      RENAME TABLE users TO users_old, users_new TO users;
      """;

  private final Engine engine;
  private final TestDatabase database;
  private final List<String> options;

  /**
   * @param options what is appended to the URL for each way of preparing
   */
  MySqlChanges(Engine engine, List<String> options) throws SQLException {
    this.engine = engine;
    this.database = TestServer.shared(engine).database("changes");
    this.options = options;
  }

  final TestDatabase database() {
    return database;
  }

  final List<String> options() {
    return options;
  }

  @BeforeEach
  void createTables() throws SQLException {
    database.run(
        """
        DROP TABLE IF EXISTS users, users_old;
        CREATE TABLE users (id int PRIMARY KEY, name varchar(40));
        INSERT INTO users VALUES (1, 'Ada'), (2, 'Ben');
        """);
  }

  final Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("users.nickname varchar(40) DEFAULT 'none'") + more);
  }

  @ParameterizedTest
  @MethodSource("options")
  void columnThatComesAndGoes_isReadByWhatWasPreparedBefore(String more) throws SQLException {
    try (Connection connection = connect(more);
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement(STAR);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (boolean autoCommit : List.of(true, false)) {
        connection.setAutoCommit(autoCommit);
        for (int execution = 0; execution < 3; execution++) {
          assertThat(value(select)).isEqualTo("none");
          assertThat(value(star)).isEqualTo("none");
          assertThat(write(update, "lost")).isEqualTo(1);
        }
        commit(connection);
        database.run(ADD);
        assertThat(value(star)).isEqualTo("null");
        assertThat(write(update, "kept")).isEqualTo(1);
        assertThat(value(select)).isEqualTo("kept");
        assertThat(value(star)).isEqualTo("kept");
        commit(connection);
        assertThat(database.read(SELECT)).isEqualTo("kept");
        database.run(DROP);
      }
    }
  }

  private static void commit(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void columnDroppedAndAddedWithAnotherType_isReadAsItIs(String more) throws SQLException {
    database.run(ADD);
    try (Connection connection = connect(more);
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement(STAR);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (boolean autoCommit : List.of(true, false)) {
        connection.setAutoCommit(autoCommit);
        for (String type : List.of("text", "int", "varchar(3)", "bigint", "varchar(40)")) {
          database.run(DROP + "; ALTER TABLE users ADD COLUMN nickname " + type);
          assertThat(value(star)).as(type).isEqualTo("null");
          assertThat(value(select)).as(type).isEqualTo("null");
          assertThat(write(update, "7")).isEqualTo(1);
          assertThat(value(star)).as(type).isEqualTo("7");
          assertThat(value(select)).as(type).isEqualTo("7");
          commit(connection);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void columnRenamedAway_isMissingUntilItIsRenamedBack(String more) throws SQLException {
    database.run(ADD + "; UPDATE users SET nickname = 'real'");
    try (Connection connection = connect(more);
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement(STAR);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("real");
      assertThat(value(star)).isEqualTo("real");

      database.run("ALTER TABLE users RENAME COLUMN nickname TO nick");
      assertThat(value(select)).isEqualTo("none");
      assertThat(value(star)).isEqualTo("none");
      assertThat(write(update, "lost")).isEqualTo(1);
      assertThat(database.read("SELECT nick FROM users WHERE id = 1")).isEqualTo("real");

      database.run("ALTER TABLE users RENAME COLUMN nick TO nickname");
      assertThat(value(select)).isEqualTo("real");
      assertThat(value(star)).isEqualTo("real");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(database.read(SELECT)).isEqualTo("kept");
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void otherColumnRenamedToIt_isIt(String more) throws SQLException {
    try (Connection connection = connect(more);
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("none");
      assertThat(write(update, "lost")).isEqualTo(1);
      database.run("ALTER TABLE users RENAME COLUMN name TO nickname");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(value(select)).isEqualTo("kept");
      assertThat(database.read(SELECT)).isEqualTo("kept");
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void tableSwapped_isReadAndWrittenAtOnce(String more) throws SQLException {
    try (Connection connection = connect(more);
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement(STAR);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(write(update, "lost")).isEqualTo(1);
      assertThat(value(star)).isEqualTo("none");
      database.run(SWAP);
      assertThat(value(select)).isEqualTo("swapped");
      assertThat(value(star)).isEqualTo("swapped");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(database.read(SELECT)).isEqualTo("kept");
      database.run("RENAME TABLE users TO users_new, users_old TO users, users_new TO users_old");
      assertThat(value(select)).isEqualTo("none");
      assertThat(value(star)).isEqualTo("none");
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void batchAroundTheChange_isDoneOnce(String more) throws SQLException {
    try (Connection connection = connect(more);
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET nickname = ? WHERE id = ?");
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      addTo(update, insert, 10);
      database.run(ADD);
      update.executeBatch();
      insert.executeBatch();
      assertThat(database.read("SELECT GROUP_CONCAT(nickname ORDER BY id) FROM users"))
          .isEqualTo("u1,u2,i10,i11,i12");
      addTo(update, insert, 20);
      database.run(DROP);
      assertThat(update.executeBatch()).hasSize(2);
      assertThat(insert.executeBatch()).hasSize(3);
      assertThat(database.read("SELECT GROUP_CONCAT(id ORDER BY id) FROM users"))
          .isEqualTo("1,2,10,11,12,20,21,22");
    }
  }

  /** The server's refusal to prepare anew yet another time comes of a trigger here. */
  @ParameterizedTest
  @MethodSource("options")
  void batchWhosePlanIsRefusedOnce_isSentAgain(String more) throws SQLException {
    database.run(ADD);
    try (Connection connection = connect(more);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      refuseOnce(connection, 1615);
      addTo(insert, 10);
      assertThat(insert.executeBatch()).hasSize(3);
      assertThat(database.read("SELECT GROUP_CONCAT(nickname ORDER BY id) FROM users"))
          .isEqualTo("i10,i11,i12");
    }
  }

  /** As it is after an error that says so: to run the transaction again, for one. */
  @ParameterizedTest
  @MethodSource("options")
  void statementWhoseBatchFailed_canBeUsedAgain(String more) throws SQLException {
    database.run(ADD);
    try (Connection connection = connect(more);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (int from = 10; from < 30; from += 10) {
        refuseOnce(connection, 1644);
        addTo(insert, from);
        assertThatThrownBy(insert::executeBatch).isInstanceOf(BatchUpdateException.class);
        connection.rollback();
        addTo(insert, from);
        assertThat(insert.executeBatch()).hasSize(3);
        connection.commit();
      }
      assertThat(database.read("SELECT count(nickname) FROM users")).isEqualTo("6");
    }
  }

  /**
   * One entry meets a change, the next one a deadlock, which ends the transaction: what is resent
   * must not be committed without what was done before the batch.
   */
  @ParameterizedTest
  @MethodSource("options")
  void batchThatMeetsAChangeAndADeadlock_asksForTheTransactionAgain(String more) throws Exception {
    database.run(ADD);
    database.run("INSERT INTO users (id) VALUES (10), (12)");
    makeRefusing("UPDATE", 1615);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection connection = connect(more);
        Connection other = database.plain();
        Statement first = connection.createStatement();
        Statement others = other.createStatement();
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET nickname = ? WHERE id = ?")) {
      connection.setAutoCommit(false);
      other.setAutoCommit(false);
      first.executeUpdate("UPDATE users SET name = 'first' WHERE id = 1");
      // Who has changed more survives a deadlock.
      for (int id = 100; id < 150; id++) {
        others.executeUpdate("INSERT INTO users (id) VALUES (" + id + ")");
      }
      others.executeUpdate("UPDATE users SET name = 'other' WHERE id = 2");
      Future<Integer> waiting =
          thread.submit(() -> others.executeUpdate("UPDATE users SET name = 'o' WHERE id = 1"));
      awaitLock();
      first.execute(REFUSE_ONCE);
      for (int id : new int[] {10, 2, 12}) {
        update.setString(1, "n");
        update.setInt(2, id);
        update.addBatch();
      }
      assertThatThrownBy(update::executeBatch)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40001"));
      connection.commit();
      assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      other.commit();
      assertThat(database.read("SELECT name FROM users WHERE id = 1")).isEqualTo("o");
      assertThat(database.read("SELECT count(nickname) FROM users")).isEqualTo("0");
    } finally {
      thread.shutdown();
    }
  }

  /**
   * Until a statement waits for a row. What the server shows of transactions is a copy, which stays
   * as it is while it is read more often than every 100 ms (InnoDB: CACHE_MIN_IDLE_TIME_US).
   */
  private void awaitLock() throws SQLException, InterruptedException {
    String waiting =
        "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    while (database.read(waiting).equals("0")) {
      Thread.sleep(200);
    }
  }

  private void refuseOnce(Connection connection, int error) throws SQLException {
    makeRefusing("INSERT", error);
    try (Statement statement = connection.createStatement()) {
      statement.execute(REFUSE_ONCE);
    }
  }

  /** Lets a trigger refuse a row if {@link #REFUSE_ONCE} has been run before. */
  private void makeRefusing(String event, int error) throws SQLException {
    database.run(
        """
        DROP TRIGGER IF EXISTS refuses;
        CREATE TRIGGER refuses BEFORE %s ON users FOR EACH ROW
        BEGIN
          IF @refusals > 0 THEN
            SET @refusals = @refusals - 1;
            SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = 'refused';
          END IF;
        END
        """
            .formatted(event, error));
  }

  private static void addTo(PreparedStatement update, PreparedStatement insert, int from)
      throws SQLException {
    for (int id = 1; id <= 2; id++) {
      update.setString(1, "u" + id);
      update.setInt(2, id);
      update.addBatch();
    }
    addTo(insert, from);
  }

  private static void addTo(PreparedStatement insert, int from) throws SQLException {
    for (int id = from; id < from + 3; id++) {
      insert.setInt(1, id);
      insert.setString(2, "guest");
      insert.setString(3, "i" + id);
      insert.addBatch();
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void otherDatabase_namesTheOtherTable(String more) throws SQLException {
    makeSecondDatabase();
    try (Connection connection = connect(more)) {
      for (boolean bySql : List.of(true, false)) {
        assertThat(value(connection)).isEqualTo("none");
        goTo("changes_two", bySql, connection);
        assertThat(value(connection)).isEqualTo("second");
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
          assertThat(write(update, "kept")).isEqualTo(1);
        }
        assertThat(database.read("SELECT nickname FROM changes_two.users")).isEqualTo("kept");
        database.run("UPDATE changes_two.users SET nickname = 'second'");
        goTo("changes", bySql, connection);
      }
      assertThat(value(connection)).isEqualTo("none");
    } finally {
      dropSecondDatabase();
    }
  }

  /** It has a table of the same name, that has the column. */
  final void makeSecondDatabase() throws SQLException {
    database.run(
        """
        DROP DATABASE IF EXISTS changes_two;
        CREATE DATABASE changes_two;
        CREATE TABLE changes_two.users (id int PRIMARY KEY, nickname varchar(40));
        INSERT INTO changes_two.users VALUES (1, 'second');
        """);
  }

  final void dropSecondDatabase() throws SQLException {
    database.run("DROP DATABASE changes_two");
  }

  private static void goTo(String name, boolean bySql, Connection connection) throws SQLException {
    if (bySql) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("USE " + name);
      }
    } else {
      connection.setCatalog(name);
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void tablesOfOneNameInTwoDatabases_haveTheirOwnColumns(String more) throws SQLException {
    database.run(
        """
        DROP DATABASE IF EXISTS changes_two;
        CREATE DATABASE changes_two;
        CREATE TABLE changes_two.users (id int PRIMARY KEY, nickname varchar(40));
        INSERT INTO changes_two.users VALUES (1, 'real');
        """);
    String declared =
        "changes.users.nickname varchar(40) DEFAULT 'first';"
            + " changes_two.users.nickname varchar(40) DEFAULT 'second'";
    try (Connection connection = DriverManager.getConnection(database.lacunaUrl(declared) + more);
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT CONCAT(a.nickname, '+', b.nickname) AS nickname"
                    + " FROM changes.users a JOIN changes_two.users b ON a.id = b.id");
        Statement statement = connection.createStatement()) {
      assertThat(value(select)).isEqualTo("first+real");
      database.run("ALTER TABLE changes_two.users DROP COLUMN nickname");
      assertThat(value(select)).isEqualTo("first+second");
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(40) DEFAULT 'come'");
      assertThat(value(select)).isEqualTo("come+second");
      assertThat(statement.executeUpdate("UPDATE changes_two.users SET nickname = 'lost'"))
          .isEqualTo(1);
      assertThat(statement.executeUpdate("UPDATE users SET nickname = 'kept'")).isEqualTo(2);
      assertThat(value(select)).isEqualTo("kept+second");
    } finally {
      database.run("DROP DATABASE changes_two");
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void temporaryTable_shadowsTheOther(String more) throws SQLException {
    try (Connection connection = connect(more);
        Statement statement = connection.createStatement();
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("none");
      statement.execute("CREATE TEMPORARY TABLE users AS SELECT 1 AS id, 'temporary ' AS nickname");
      assertThat(value(select)).isEqualTo("temporary ");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(value(select)).isEqualTo("kept");
      statement.execute("DROP TEMPORARY TABLE users");
      assertThat(value(select)).isEqualTo("none");
      assertThat(write(update, "lost")).isEqualTo(1);
      statement.execute("CREATE TEMPORARY TABLE users AS SELECT 1 AS id");
      assertThat(value(select)).isEqualTo("none");
    }
  }

  /** Its writes cannot be guarded on MySQL, and need not be. */
  @ParameterizedTest
  @MethodSource("options")
  void temporaryTableThatLacksTheColumn_isWritten(String more) throws SQLException {
    try (Connection connection = connect(more);
        Statement statement = connection.createStatement();
        PreparedStatement update = connection.prepareStatement(UPDATE);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      assertThat(write(update, "lost")).isEqualTo(1);
      statement.execute(
          "CREATE TEMPORARY TABLE users AS SELECT 1 AS id, CAST('Tom' AS CHAR(9)) AS name");
      statement.execute("ALTER TABLE users ADD PRIMARY KEY (id)");
      assertThat(write(update, "lost")).isEqualTo(1);
      assertThat(batch(insert, 2, 3)).containsExactly(1, 1);
      for (String sql :
          List.of(
              "INSERT INTO users (id, name, nickname) VALUES (4, 'Tim', 'x')",
              "INSERT INTO users VALUES (5, 'Ted', 'x')",
              "INSERT INTO users SET id = 6, name = 'Tod', nickname = 'x'",
              "INSERT INTO users (id, name, nickname) SELECT 7, 'Taj', 'x'",
              "REPLACE INTO users (id, name, nickname) VALUES (8, 'Tia', 'x')",
              "UPDATE users SET name = 'Tam', nickname = 'x' WHERE nickname = 'none' AND id = 2",
              "DELETE FROM users WHERE nickname = 'none' AND id = 3")) {
        assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
      }
      statement.executeUpdate(
          "INSERT INTO users (id, nickname) VALUES (1, 'x')"
              + " ON DUPLICATE KEY UPDATE name = 'Tom 2', nickname = 'y'");
      statement.addBatch("UPDATE users SET nickname = 'x', name = 'Tex' WHERE id = 4");
      statement.addBatch("DELETE FROM users WHERE nickname = 'none' AND id = 5");
      assertThat(statement.executeBatch()).containsExactly(1, 1);
      assertThat(names(statement)).isEqualTo("1 Tom 2, 2 Tam, 4 Tex, 6 Tod, 7 Taj, 8 Tia");

      statement.execute("DROP TEMPORARY TABLE users");
      database.run(ADD);
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(database.read("SELECT nickname FROM users WHERE id = 1")).isEqualTo("kept");
    }
  }

  /** MariaDB found that no row met such a condition, where a table function stood in it. */
  @ParameterizedTest
  @MethodSource("options")
  void defaultBesideASubSelectOfTheRow_isCompared(String more) throws SQLException {
    try (Connection connection = connect(more);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE other AS SELECT 1 AS c");
      for (String condition : List.of("NOT IN", "> ALL", "<> ALL")) {
        assertThat(
                statement.executeUpdate(
                    "UPDATE users SET name = CONCAT(name, 'x') WHERE nickname "
                        + condition
                        + " (SELECT LEFT(users.name, 1) FROM other)"))
            .as(condition)
            .isEqualTo(2);
      }
    }
  }

  private static int[] batch(PreparedStatement insert, int... ids) throws SQLException {
    for (int id : ids) {
      insert.setInt(1, id);
      insert.setString(2, "Tea");
      insert.setString(3, "x");
      insert.addBatch();
    }
    return Arrays.stream(insert.executeBatch()).map(count -> count < 0 ? 1 : count).toArray();
  }

  private static String names(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT GROUP_CONCAT(id, ' ', name ORDER BY id SEPARATOR ', ') FROM users"
                + " WHERE nickname = 'none'")) {
      row.next();
      return row.getString(1);
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void rowsThatAreStreamed_haveTheColumnsOfTheMoment(String more) throws SQLException {
    try (Connection connection = connect(more);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users ORDER BY id")) {
      star.setFetchSize(engine == Engine.MYSQL ? Integer.MIN_VALUE : 1);
      assertThat(value(star)).isEqualTo("none");
      database.run(ADD + "; UPDATE users SET nickname = 'real'");
      assertThat(value(star)).isEqualTo("real");
      database.run(DROP);
      assertThat(value(star)).isEqualTo("none");
    }
  }

  /** The catalog may show the table as it was when the transaction took its snapshot. */
  @Test
  void columnRenamedBehindTheSnapshot_isWrittenOrAsksForTheTransactionAgain() throws SQLException {
    database.run(ADD + "; CREATE TABLE IF NOT EXISTS other (id int)");
    try (Connection connection = connect("");
        Statement statement = connection.createStatement();
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      database.run("ALTER TABLE users RENAME COLUMN nickname TO nick");
      assertThat(write(update, "lost")).isEqualTo(1);
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM other").close();
      database.run("ALTER TABLE users RENAME COLUMN nick TO nickname");
      assertThat(write(update, "kept")).isEqualTo(1);
      connection.commit();
      assertThat(database.read(SELECT)).isEqualTo("kept");
    }
  }

  /** MySQL refuses the whole table then; MariaDB does not. */
  @Test
  void columnAddedBehindTheSnapshot_isWrittenOrAsksForTheTransactionAgain() throws SQLException {
    database.run("CREATE TABLE IF NOT EXISTS other (id int)");
    try (Connection connection = connect("");
        Statement statement = connection.createStatement();
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      assertThat(write(update, "lost")).isEqualTo(1);
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM other").close();
      database.run(ADD);
      if (engine == Engine.MYSQL) {
        assertThatThrownBy(() -> write(update, "kept"))
            .isInstanceOfSatisfying(
                SQLTransactionRollbackException.class,
                e -> assertThat(e.getSQLState()).isEqualTo("40001"));
        connection.rollback();
      }
      assertThat(write(update, "kept")).isEqualTo(1);
      connection.commit();
      assertThat(database.read(SELECT)).isEqualTo("kept");
    }
  }
}
