package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code MERGE}, and an {@code INSERT} that is sent as one, while the column comes and goes. */
class MergeTest {

  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";
  private static final String DROP = "ALTER TABLE users DROP COLUMN nickname";

  private static final String MERGE =
      """
      MERGE INTO users u USING (SELECT ?::int AS id, ?::text AS v) s ON u.id = s.id
      WHEN MATCHED THEN UPDATE SET nickname = s.v
      WHEN NOT MATCHED THEN INSERT (id, nickname) VALUES (s.id, s.v)
      """;

  private static final String INSERT =
      "INSERT INTO users (id, nickname) VALUES (?, ?), (?, 'second') RETURNING id, nickname";

  private final TestDatabase database = TestServer.shared().database("merge");

  MergeTest() throws SQLException {}

  @BeforeEach
  void createTables() throws SQLException {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, name text); INSERT INTO users VALUES (1)");
  }

  private Connection connect(boolean autoCommit) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.lacunaUrl("users.nickname varchar(40)") + "&prepareThreshold=1");
    connection.setAutoCommit(autoCommit);
    return connection;
  }

  private List<String> stored() throws SQLException {
    try (Connection connection = database.plain();
        PreparedStatement statement =
            connection.prepareStatement("SELECT id, nickname FROM users ORDER BY id")) {
      return rows(statement);
    }
  }

  private static List<String> rows(PreparedStatement statement) throws SQLException {
    List<String> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(rows.getInt(1) + " " + rows.getString(2));
      }
    }
    return all;
  }

  private static int merge(PreparedStatement merge, int id, String value) throws SQLException {
    merge.setInt(1, id);
    merge.setString(2, value);
    return inTransaction(merge, PreparedStatement::executeUpdate);
  }

  private static List<String> insert(PreparedStatement insert, int id) throws SQLException {
    insert.setInt(1, id);
    insert.setString(2, "first");
    insert.setInt(3, id + 1);
    return inTransaction(insert, MergeTest::rows);
  }

  /** What is run as a transaction, which is run again where it is lost to a change. */
  @FunctionalInterface
  private interface Work<R> {
    R on(PreparedStatement statement) throws SQLException;
  }

  private static <R> R inTransaction(PreparedStatement statement, Work<R> work)
      throws SQLException {
    R result;
    try {
      result = work.on(statement);
    } catch (SQLTransactionRollbackException e) {
      statement.getConnection().rollback();
      result = work.on(statement);
    }
    commit(statement.getConnection());
    return result;
  }

  private static void commit(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mergePreparedBefore_storesTheColumnOnceItIsThere(boolean autoCommit) throws SQLException {
    try (Connection connection = connect(autoCommit);
        PreparedStatement merge = connection.prepareStatement(MERGE)) {
      assertThat(merge(merge, 1, "lost")).isEqualTo(1);
      assertThat(merge(merge, 2, "lost")).isEqualTo(1);

      database.run(ADD);
      assertThat(merge(merge, 1, "kept")).isEqualTo(1);
      assertThat(merge(merge, 3, "new")).isEqualTo(1);
      assertThat(stored()).containsExactly("1 kept", "2 null", "3 new");

      database.run(DROP);
      assertThat(merge(merge, 4, "lost")).isEqualTo(1);
      database.run(ADD);
      assertThat(merge(merge, 4, "again")).isEqualTo(1);
      assertThat(stored()).containsExactly("1 null", "2 null", "3 null", "4 again");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowsReturnedBefore_areStoredOnceTheColumnIsThere(boolean autoCommit) throws SQLException {
    try (Connection connection = connect(autoCommit);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      assertThat(insert(insert, 10)).containsExactly("10 first", "11 second");
      database.run(ADD);
      assertThat(insert(insert, 20)).containsExactly("20 first", "21 second");
      assertThat(stored()).containsExactly("1 null", "10 null", "11 null", "20 first", "21 second");
      database.run(DROP);
      assertThat(insert(insert, 30)).containsExactly("30 first", "31 second");
    }
  }
}
