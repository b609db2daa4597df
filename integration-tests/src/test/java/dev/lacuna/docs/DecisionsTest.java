package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What {@code docs/decisions/} says of PostgreSQL and pgjdbc, tried on them, without Lacuna except
 * where a figure compares the two.
 */
class DecisionsTest {

  private static final String ADD_COLUMN = "ALTER TABLE users ADD COLUMN nickname varchar(40)";

  private static final String IS_MISSING =
      "pg_typeof(CASE WHEN FALSE THEN (SELECT (SELECT nickname FROM users)"
          + " FROM (SELECT CAST(NULL AS void) AS nickname) g) END) = CAST('void' AS regtype)";

  private static final String HAS_COLUMN =
      "SELECT EXISTS (SELECT FROM pg_attribute"
          + " WHERE attrelid = 'users'::regclass AND attname = 'nickname')";

  private final TestDatabase database;

  DecisionsTest() throws SQLException {
    database = TestServer.shared().database("decisions");
  }

  @BeforeEach
  void table() throws SQLException {
    database.run("CREATE TABLE users (id int PRIMARY KEY, name text, city text)");
    database.run("INSERT INTO users SELECT i, 'n' || i, 'London' FROM generate_series(1, 10000) i");
    database.run("ANALYZE users");
  }

  @Test
  void guard_underAnOldSnapshot_seesTheColumn() throws SQLException {
    try (Connection connection = database.plain()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      value(connection, "SELECT 1");
      database.run(ADD_COLUMN);

      assertThat(value(connection, HAS_COLUMN)).as("a look into pg_attribute").isEqualTo("f");
      assertThat(value(connection, "SELECT " + IS_MISSING)).as("the guard").isEqualTo("f");
    }
  }

  @Test
  void guard_inThePlan_isAConstant() throws SQLException {
    String update = "UPDATE users SET name = name WHERE id = 1 AND ";

    assertThat(plan(update + IS_MISSING))
        .contains("Index Scan using users_pkey")
        .doesNotContain("InitPlan", "SubPlan", "Join");
    database.run(ADD_COLUMN);
    assertThat(plan(update + IS_MISSING)).contains("One-Time Filter");
  }

  @Test
  void deadBranch_leavesNothingInThePlan() throws SQLException {
    String update = "UPDATE users SET name = name WHERE id = 1";
    String dead = " AND CASE WHEN TRUE THEN TRUE ELSE CAST('x' AS varchar(40)) IS NULL END";

    assertThat(plan(update + dead)).isEqualTo(plan(update));
  }

  @Test
  void insertWithoutTheRightToRead_isNotRefusedForTheGuard() throws SQLException {
    database.run("DROP ROLE IF EXISTS writer; CREATE ROLE writer; GRANT INSERT ON users TO writer");
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE writer");

      assertThat(stateOf(connection, "INSERT INTO users (id) VALUES (0)")).isNull();
      assertThat(stateOf(connection, "INSERT INTO users (id) SELECT -1 WHERE " + IS_MISSING))
          .isNull();
    } finally {
      database.run("REVOKE ALL ON users FROM writer; DROP ROLE writer");
    }
  }

  @Test
  void preparedStar_onAChangedTable_losesTheTransaction() throws SQLException {
    assertThat(stateOfStarAfterAddColumn("")).isEqualTo("0A000");
  }

  @Test
  void preparedStar_withoutAServersPlan_goesOn() throws SQLException {
    assertThat(stateOfStarAfterAddColumn("&prepareThreshold=0")).isNull();
  }

  private @Nullable String stateOfStarAfterAddColumn(String options) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.plainUrl() + options);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users WHERE id = 1")) {
      for (int i = 0; i < 6; i++) {
        star.executeQuery().close();
      }
      database.run(ADD_COLUMN);
      connection.setAutoCommit(false);
      star.executeQuery().close();
      return null;
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  /** Prints the figures: microseconds, the median of many runs. */
  @Test
  @EnabledIfSystemProperty(named = "figures", matches = "true")
  void figures() throws SQLException {
    String read = "SELECT id, nickname FROM users WHERE id = ?";
    String write = "UPDATE users SET city = 'Paris', nickname = 'x' WHERE id = ?";
    String writeWithout = "UPDATE users SET city = 'Paris' WHERE id = ?";
    String lacuna = database.lacunaUrl("users.nickname varchar(40)");
    String fresh = lacuna + "&lacuna.refresh=0s";
    print("read, another column", micros(database.plainUrl(), read.replace("nickname", "name"), 1));
    print("read, missing column", micros(lacuna, read, 1));
    print("read, missing column, the catalog asked each time", micros(fresh, read, 1));
    print("star, plain", micros(database.plainUrl(), "SELECT * FROM users WHERE id = ?", 1));
    print("star, completed", micros(lacuna, "SELECT * FROM users WHERE id = ?", 1));
    print("write, without the column", micros(database.plainUrl(), writeWithout, 1));
    print("write, guarded", micros(lacuna, write, 1));
    print("write of no row, without the column", micros(database.plainUrl(), writeWithout, 0));
    print("write of no row, guarded and probed", micros(lacuna, write, 0));
  }

  private static void print(String what, double micros) {
    System.out.printf(Locale.ROOT, "%-52s %6.0f us%n", what, micros);
  }

  private static double micros(String url, String sql, int id) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, id);
      long[] nanos = new long[20_000];
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        statement.execute();
        nanos[i] = System.nanoTime() - start;
      }
      long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
      Arrays.sort(warm);
      return warm[warm.length / 2] / 1_000.0;
    }
  }

  private String plan(String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static @Nullable String stateOf(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
