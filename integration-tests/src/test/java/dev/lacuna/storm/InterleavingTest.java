package dev.lacuna.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The moments that a storm meets by luck, one by one: the column comes or goes directly behind the
 * first thing that a write sends. The write must be done, once, whatever was known before.
 */
class InterleavingTest {

  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";
  private static final String DROP = "ALTER TABLE users DROP COLUMN nickname";
  private static final String FRESH =
      "DROP TABLE IF EXISTS users; CREATE TABLE users (id bigint PRIMARY KEY, desk int, name text,"
          + " visits int NOT NULL DEFAULT 0); INSERT INTO users (id) VALUES (1), (2)";

  /** What happens to the column: before the connection learns of it, unnoticed, and behind it. */
  private enum History {
    COMES("", "", ADD),
    COMES_AND_GOES("", ADD, DROP),
    GOES(ADD, "", DROP),
    GOES_AND_COMES(ADD, DROP, ADD);

    private final String before;
    private final String unnoticed;
    private final String behind;

    History(String before, String unnoticed, String behind) {
      this.before = before;
      this.unnoticed = unnoticed;
      this.behind = behind;
    }
  }

  /** A write to one row; it answers the update count. */
  private interface Write {
    int on(SqlRunner sql, long id) throws SQLException;
  }

  /**
   * A write by name.
   *
   * @param trace finds the row as the write must have left it
   */
  private record Named(String name, Write write, String trace) {}

  private static final List<Named> WRITES =
      List.of(
          new Named(
              "insert",
              (sql, id) -> sql.update(TrafficSql.REGISTER, id + 10, 1, "guest", "1#1"),
              "id = 11"),
          new Named(
              "update",
              (sql, id) -> sql.update(TrafficSql.VISIT, "1#1", id),
              "id = 1 AND visits = 1"),
          new Named(
              "update of missing columns only",
              (sql, id) -> sql.update(TrafficSql.RENAME, "1#1", id),
              "id = 1 AND visits = 0"),
          new Named(
              "update returning",
              (sql, id) -> sql.row(TrafficSql.RENAME_RETURNING, "1#1", id).isPresent() ? 1 : 0,
              "id = 1"),
          new Named(
              "upsert",
              (sql, id) -> sql.update(TrafficSql.SAVE, id, 1, "guest", "1#1"),
              "id = 1 AND visits = 1"),
          new Named(
              "delete",
              (sql, id) -> sql.update(TrafficSql.LEAVE, id),
              "id = 2 AND NOT EXISTS (SELECT FROM users WHERE id = 1)"),
          new Named(
              "batch",
              (sql, id) -> sql.batch(TrafficSql.VISIT, List.<Object[]>of(visit(id)))[0],
              "id = 1 AND visits = 1"));

  private final TestDatabase database;
  private final String url;

  InterleavingTest() throws SQLException {
    database = TestServer.shared().database("interleaving");
    url = database.lacunaUrl(UsersTable.DECLARATION) + StormRun.PREPARED_AT_ONCE;
  }

  @TestFactory
  Stream<DynamicContainer> writeIsDoneOnce() {
    return Arrays.stream(History.values())
        .map(history -> dynamicContainer("the column " + history, tests(history)));
  }

  private Stream<DynamicTest> tests(History history) {
    return WRITES.stream()
        .flatMap(
            write ->
                Arrays.stream(Isolation.values())
                    .flatMap(
                        isolation ->
                            Stream.of(true, false)
                                .map(prepared -> test(history, write, isolation, prepared))));
  }

  private DynamicTest test(History history, Named write, Isolation isolation, boolean prepared) {
    String name = write.name + ", " + isolation + (prepared ? ", prepared" : "");
    return dynamicTest(name, () -> interleave(history, write, isolation, prepared));
  }

  private void interleave(History history, Named write, Isolation isolation, boolean prepared)
      throws Exception {
    database.run(FRESH);
    database.run(history.before);
    try (Connection connection = DriverManager.getConnection(url);
        SqlRunner sql =
            prepared
                ? new PreparedRunner(connection, Engine.POSTGRESQL)
                : new TextRunner(connection, Engine.POSTGRESQL)) {
      assertThat(write.write.on(sql, 2)).as("the write in calm").isEqualTo(1);
      database.run("TRUNCATE users; INSERT INTO users (id) VALUES (1), (2)");
      isolation.begin(connection);
      takeSnapshot(connection);
      database.run(history.unnoticed);
      int count =
          new Turns(database)
              .workThenDdl(() -> write(write, sql, connection, isolation), history.behind);
      assertThat(count).as("update count").isEqualTo(1);
      assertThat(rows(write.trace)).as("rows in the table where %s", write.trace).isEqualTo(1);
    } catch (ExecutionException e) {
      assertThat(isolation.isTransaction() && asksToRunAgain(e.getCause()))
          .as("may fail so: %s", e.getCause())
          .isTrue();
    }
  }

  /** The driver then sends each entry of a batch by itself; the change comes behind the first. */
  @Test
  void batchWhoseFirstEntriesAreDone_isDoneToItsEnd() throws Exception {
    database.run(FRESH);
    database.run(ADD);
    try (Connection connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
        SqlRunner sql = new PreparedRunner(connection, Engine.POSTGRESQL)) {
      assertThat(sql.update(TrafficSql.VISIT, "1#1", 2L)).isEqualTo(1);
      database.run("UPDATE users SET visits = 0");
      List<Object[]> rows = List.of(visit(1), visit(2), visit(1), visit(2));
      int[] counts = new Turns(database).workThenDdl(() -> sql.batch(TrafficSql.VISIT, rows), DROP);
      assertThat(counts).containsExactly(1, 1, 1, 1);
      assertThat(rows("visits = 2")).isEqualTo(2);
    }
  }

  private static int write(Named write, SqlRunner sql, Connection connection, Isolation isolation)
      throws SQLException {
    try {
      int count = write.write.on(sql, 1);
      if (isolation.isTransaction()) {
        connection.commit();
      }
      return count;
    } catch (SQLException e) {
      if (isolation.isTransaction()) {
        connection.rollback(); // lets the DDL go on
      }
      throw e;
    }
  }

  private static boolean asksToRunAgain(@Nullable Throwable error) {
    return error instanceof SQLTransientException again && "40001".equals(again.getSQLState());
  }

  private static void takeSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
  }

  private long rows(String condition) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM users WHERE " + condition)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Object[] visit(long id) {
    return new Object[] {"1#1", id};
  }
}
