package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.jdbc.LacunaConnection;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalTest {

  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";
  private static final String DROP = "ALTER TABLE users DROP COLUMN nickname";
  private static final String DECLARED = "users.nickname varchar(40)";

  private final TestDatabase database = TestServer.shared().database("arrival");

  ArrivalTest() throws SQLException {}

  @BeforeEach
  void createTables() throws SQLException {
    database.run(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        INSERT INTO users VALUES (1, 'Ada'), (2, 'Ben');
        """);
  }

  private Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(database.lacunaUrl(DECLARED) + more);
  }

  private String stored(int id) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT nickname FROM users WHERE id = " + id)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(1));
    }
  }

  private static List<String> strings(ResultSet rows, String label) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(String.valueOf(rows.getString(label)));
    }
    return values;
  }

  @Test
  void write_preparedBeforeTheColumnCame_isStored() throws SQLException {
    try (Connection connection = connect("&prepareThreshold=1");
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET nickname = ? WHERE id = ?")) {
      update.setString(1, "lost");
      update.setInt(2, 1);
      assertThat(update.executeUpdate()).isEqualTo(1);

      database.run(ADD);

      update.setString(1, "kept");
      assertThat(update.executeUpdate()).isEqualTo(1);
      assertThat(stored(1)).isEqualTo("kept");
    }
  }

  @Test
  void write_inASnapshotOlderThanTheColumn_isStored() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.executeQuery("SELECT 1").close();

      database.run(ADD);

      assertThat(statement.executeUpdate("UPDATE users SET nickname = 'kept' WHERE id = 1"))
          .isEqualTo(1);
      connection.commit();
      assertThat(stored(1)).isEqualTo("kept");
    }
  }

  @Test
  void read_whileTheColumnComesAndGoes_isNeverStale() throws SQLException {
    try (Connection connection = connect("&prepareThreshold=1");
        PreparedStatement select =
            connection.prepareStatement("SELECT id, nickname FROM users ORDER BY id")) {
      assertThat(strings(select.executeQuery(), "nickname")).containsExactly("null", "null");
      database.run(ADD + "; UPDATE users SET nickname = name");
      assertThat(strings(select.executeQuery(), "nickname")).containsExactly("Ada", "Ben");
      database.run(DROP);
      assertThat(strings(select.executeQuery(), "nickname")).containsExactly("null", "null");
    }
  }

  @Test
  void star_preparedOnTheServerBeforeTheColumnCame_goesOnInsideATransaction() throws SQLException {
    try (Connection connection = connect("&prepareThreshold=1");
        PreparedStatement select = connection.prepareStatement("SELECT * FROM users")) {
      connection.setAutoCommit(false);
      assertThat(strings(select.executeQuery(), "nickname")).containsExactly("null", "null");
      connection.commit();

      database.run(ADD + "; UPDATE users SET nickname = name");

      assertThat(strings(select.executeQuery(), "nickname"))
          .containsExactlyInAnyOrder("Ada", "Ben");
      connection.commit();

      database.run(DROP);

      assertThat(strings(select.executeQuery(), "nickname")).containsExactly("null", "null");
    }
  }

  @Test
  void generatedKeys_preparedOnTheServerBeforeTheColumnCame_goOnInsideATransaction()
      throws SQLException {
    try (Connection connection = connect("&prepareThreshold=1");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO users (id, name) VALUES (?, 'x')", Statement.RETURN_GENERATED_KEYS)) {
      connection.setAutoCommit(false);
      for (int id = 10; id < 13; id++) {
        insert.setInt(1, id);
        assertThat(insert.executeUpdate()).isEqualTo(1);
        ResultSet keys = insert.getGeneratedKeys();
        assertThat(keys.next()).isTrue();
        assertThat(keys.getInt("id")).isEqualTo(id);
        assertThat(keys.getString("nickname")).isNull();
        connection.commit();
        if (id == 11) {
          database.run(ADD);
        }
      }
    }
  }

  @Test
  void columnThatWent_outsideATransaction_isNotNoticed() throws SQLException {
    database.run(ADD);
    try (Connection connection = connect("");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (?, ?)")) {
      insert.setInt(1, 3);
      insert.setString(2, "c");
      insert.executeUpdate();

      database.run(DROP);

      insert.setInt(1, 4);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void columnThatWent_underAStarAmongOthers_isShownByItsDefault() throws SQLException {
    database.run(ADD);
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      String sql = "SELECT u.*, o.* FROM users u JOIN users o USING (id)";
      assertThat(strings(statement.executeQuery(sql), "nickname")).containsExactly("null", "null");

      database.run(DROP);

      assertThat(strings(statement.executeQuery(sql), "nickname")).containsExactly("null", "null");
    }
  }

  @Test
  void columnThatWent_insideATransaction_asksToRunItAgain() throws SQLException {
    database.run(ADD);
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT nickname FROM users").close();
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT 1").close();

      database.run(DROP);

      assertThatThrownBy(() -> statement.executeQuery("SELECT nickname FROM users"))
          .isInstanceOf(SQLTransientException.class)
          .hasMessage(
              "A declared column came or went in the middle of the transaction, which the server"
                  + " has given up. Run the transaction again.")
          .hasRootCauseMessage(rootMessage())
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("40001");
      connection.rollback();
      assertThat(strings(statement.executeQuery("SELECT nickname FROM users"), "nickname"))
          .containsExactly("null", "null");
    }
  }

  private String rootMessage() throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT nickname FROM users");
      throw new AssertionError("the column is there");
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void ownMistakeInATransaction_staysTheDriversError() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> statement.executeQuery("SELECT nickname, nosuch FROM users"))
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("42703");
      assertThatThrownBy(() -> statement.executeQuery("SELECT nickname FROM users"))
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("25P02");
    }
  }

  @Test
  void batch_thatTheColumnCameBefore_isStoredWhole() throws SQLException {
    try (Connection connection = connect("");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (?, ?)")) {
      for (int id = 20; id < 25; id++) {
        insert.setInt(1, id);
        insert.setString(2, "n" + id);
        insert.addBatch();
      }
      database.run(ADD);
      assertThat(insert.executeBatch()).containsExactly(1, 1, 1, 1, 1);
      assertThat(stored(24)).isEqualTo("n24");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void write_preparedForABatchThatRanUnderTheLock_isStored() throws SQLException {
    try (Connection connection = connect("&prepareThreshold=1");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (?, ?)")) {
      insert.setInt(1, 11);
      insert.setString(2, "lost");
      insert.addBatch();
      assertThat(insert.toString()).contains("INSERT").doesNotContain("pg_typeof");
      assertThat(insert.executeBatch()).containsExactly(1);
      insert.setInt(1, 12);
      insert.addBatch();
      insert.clearBatch();

      database.run(ADD);

      insert.setInt(1, 13);
      insert.setString(2, "kept");
      assertThat(insert.executeUpdate()).isEqualTo(1);
      insert.setInt(1, 14);
      insert.addBatch();
      assertThat(insert.executeBatch()).containsExactly(1);
      assertThat(stored(11)).isEqualTo("null");
      assertThat(stored(13)).isEqualTo("kept");
      assertThat(stored(14)).isEqualTo("kept");
    }
  }

  @Test
  void batch_inATransactionBegunBySql_leavesItsEndToTheApplication() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.addBatch("UPDATE users SET nickname = 'x', name = 'gone' WHERE id = 1");
      assertThat(statement.executeBatch()).containsExactly(1);
      statement.execute("ROLLBACK");
      assertThat(strings(statement.executeQuery("SELECT name FROM users WHERE id = 1"), "name"))
          .containsExactly("Ada");
    }
  }

  @Test
  void batch_thatTheColumnWentBefore_isAcceptedWhole() throws SQLException {
    database.run(ADD);
    try (Connection connection = connect("");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (?, ?)");
        Statement texts = connection.createStatement()) {
      for (int id = 20; id < 22; id++) {
        insert.setInt(1, id);
        insert.setString(2, "n" + id);
        insert.addBatch();
        texts.addBatch("INSERT INTO users (id, nickname) VALUES (" + (id + 10) + ", 'x')");
      }
      texts.addBatch("DELETE FROM users WHERE nickname IS NULL AND id = 31");
      database.run(DROP);
      assertThat(insert.executeBatch()).containsExactly(1, 1);
      assertThat(texts.executeBatch()).containsExactly(1, 1, 1);
    }
  }

  @Test
  void dataModifyingCte_thatTheColumnCameBefore_isStoredOnce() throws SQLException {
    database.run("CREATE TABLE log (user_id int)");
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      String sql =
          "WITH i AS (INSERT INTO users (id, nickname) VALUES (%d, 'n') RETURNING id)"
              + " INSERT INTO log SELECT id FROM i";
      assertThat(statement.executeUpdate(sql.formatted(40))).isEqualTo(1);
      database.run(ADD);
      assertThat(statement.executeUpdate(sql.formatted(41))).isEqualTo(1);
      assertThat(stored(41)).isEqualTo("n");
    }
  }

  @Test
  void streams_boundBeforeTheColumnCame_areStored() throws SQLException {
    database.run("ALTER TABLE users ADD COLUMN photo bytea");
    try (Connection connection = connect("");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO users (id, nickname, photo) VALUES (3, ?, ?)")) {
      insert.setCharacterStream(1, new StringReader("streamed"));
      insert.setBinaryStream(
          2, new ByteArrayInputStream("pixels".getBytes(StandardCharsets.UTF_8)));
      database.run(ADD);
      assertThat(insert.executeUpdate()).isEqualTo(1);
      assertThat(stored(3)).isEqualTo("streamed");
    }
  }

  @Test
  void ddlOfTheConnectionItself_isSeenAtOnceAndForgottenWhenRolledBack() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(ADD);
      statement.executeUpdate("UPDATE users SET nickname = 'a' WHERE id = 1");
      assertThat(
              strings(
                  statement.executeQuery("SELECT nickname FROM users WHERE id = 1"), "nickname"))
          .containsExactly("a");
      connection.rollback();
      assertThat(
              strings(
                  statement.executeQuery("SELECT nickname FROM users WHERE id = 1"), "nickname"))
          .containsExactly("null");
    }
  }

  @Test
  void searchPath_changedMidway_isFollowed() throws SQLException {
    database.run(
        "CREATE SCHEMA new; CREATE TABLE new.users (id int, nickname varchar(40));"
            + " INSERT INTO new.users VALUES (1, 'other')");
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      String sql = "SELECT * FROM users WHERE nickname IS NOT NULL OR id = 1";
      assertThat(strings(statement.executeQuery(sql), "nickname")).containsExactly("null");
      statement.execute("SET search_path = new");
      assertThat(strings(statement.executeQuery(sql), "nickname")).containsExactly("other");
      connection.setSchema("public");
      assertThat(strings(statement.executeQuery(sql), "nickname")).containsExactly("null");
    }
  }

  @Test
  void writer_whoMayNotRead_isServedAsExactly() throws SQLException {
    database.run(
        "DROP ROLE IF EXISTS writer; CREATE ROLE writer LOGIN; GRANT INSERT ON users TO writer");
    String url = database.lacunaUrl(DECLARED).replace("user=postgres", "user=writer");
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (?, ?)")) {
      insert.setInt(1, 50);
      insert.setString(2, "lost");
      assertThat(insert.executeUpdate()).isEqualTo(1);

      database.run("ALTER TABLE users ADD COLUMN unrelated int");
      insert.setInt(1, 51);
      assertThat(insert.executeUpdate()).isEqualTo(1);

      database.run(ADD);
      insert.setInt(1, 52);
      insert.setString(2, "kept");
      assertThat(insert.executeUpdate()).isEqualTo(1);
      assertThat(stored(52)).isEqualTo("kept");
    } finally {
      database.run("DROP OWNED BY writer; DROP ROLE writer");
    }
  }

  @Test
  void batchOfAWriter_whoMayNotRead_takesTheLockBeforeItLooks() throws Exception {
    database.run(
        "DROP ROLE IF EXISTS writer; CREATE ROLE writer LOGIN; GRANT INSERT ON users TO writer");
    String url = database.lacunaUrl(DECLARED).replace("user=postgres", "user=writer");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = DriverManager.getConnection(url);
        Connection holder = database.plain();
        Statement holding = holder.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (id, nickname) VALUES (60, 'x')")) {
      insert.addBatch();
      holder.setAutoCommit(false);
      holding.execute("LOCK TABLE users IN SHARE MODE");
      Future<int[]> batch = other.submit(insert::executeBatch);
      assertThat(queryThatWaitsForALock(batch)).isEqualTo("LOCK TABLE users IN ROW EXCLUSIVE MODE");
      holder.rollback();
      assertThat(batch.get()).containsExactly(1);
    } finally {
      other.shutdownNow();
      database.run("DROP OWNED BY writer; DROP ROLE writer");
    }
  }

  private String queryThatWaitsForALock(Future<?> running) throws Exception {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      while (!running.isDone()) {
        ResultSet rows =
            statement.executeQuery(
                "SELECT query FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND datname = current_database()");
        if (rows.next()) {
          return String.valueOf(rows.getString(1));
        }
        Thread.sleep(10);
      }
    }
    return "nothing waits";
  }

  @Test
  void statistics_countWhatIsOutOfTheOrdinary() throws SQLException {
    try (Connection connection = connect("&ApplicationName=statistics");
        Statement statement = connection.createStatement()) {
      LacunaConnection lacuna = connection.unwrap(LacunaConnection.class);
      statement.executeUpdate("UPDATE users SET nickname = 'x'");
      assertThat(lacuna.statistics().discarded()).isEqualTo(1);
      database.run(ADD);
      statement.executeUpdate("UPDATE users SET nickname = 'x'");
      assertThat(lacuna.statistics().resent()).isEqualTo(1);
      assertThat(lacuna.statistics().discarded()).isEqualTo(1);
    }
  }
}
