package dev.lacuna.arrival;

import static dev.lacuna.arrival.Nickname.value;
import static dev.lacuna.arrival.Nickname.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column comes and goes in other ways than by ADD and DROP, or the table is another one. */
class ChangeTest {

  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";
  private static final String DROP = "ALTER TABLE users DROP COLUMN nickname";
  private static final String UPDATE = "UPDATE users SET nickname = ? WHERE id = 1";
  private static final String SELECT = "SELECT nickname FROM users WHERE id = 1";

  /** A new table takes the place of the old one, as tools for large tables do it. */
  private static final String SWAP =
      """
      CREATE TABLE users_new (LIKE users INCLUDING ALL);
      ALTER TABLE users_new ADD COLUMN nickname varchar(40) DEFAULT 'swapped';
      INSERT INTO users_new SELECT * FROM users;
      ALTER TABLE users RENAME TO users_old;
      ALTER TABLE users_new RENAME TO users;
      """;

  private final TestDatabase database = TestServer.shared().database("change");

  ChangeTest() throws SQLException {}

  @BeforeEach
  void createTables() throws SQLException {
    database.run(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        INSERT INTO users VALUES (1, 'Ada'), (2, 'Ben');
        """);
  }

  private Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl("users.nickname varchar(40) DEFAULT 'none'")
            + "&prepareThreshold=1"
            + more);
  }

  @Test
  void columnRenamedAway_isMissingUntilItIsRenamedBack() throws SQLException {
    database.run(ADD + "; UPDATE users SET nickname = 'real'");
    try (Connection connection = connect("");
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users WHERE id = 1");
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
      assertThat(database.read("SELECT nickname FROM users WHERE id = 1")).isEqualTo("kept");
    }
  }

  @Test
  void otherColumnRenamedToIt_isIt() throws SQLException {
    try (Connection connection = connect("");
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("none");
      database.run("ALTER TABLE users RENAME COLUMN name TO nickname");
      assertThat(value(select)).isEqualTo("Ada");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(database.read("SELECT nickname FROM users WHERE id = 1")).isEqualTo("kept");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "varchar(3)", "citext_like", "int"})
  void columnDroppedAndAddedWithAnotherType_isReadAsItIs(String type) throws SQLException {
    database.run("CREATE DOMAIN citext_like AS text; " + ADD);
    try (Connection connection = connect("");
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users WHERE id = 1")) {
      assertThat(value(select)).isEqualTo("null");
      assertThat(value(star)).isEqualTo("null");
      database.run(
          DROP + "; ALTER TABLE users ADD COLUMN nickname " + type + " NOT NULL DEFAULT '7'");
      assertThat(value(select)).isEqualTo("7");
      assertThat(value(star)).isEqualTo("7");
      database.run("DROP DOMAIN IF EXISTS citext_like CASCADE");
    }
  }

  @Test
  void columnAddedWithAnotherTypeInTheMiddleOfATransaction_breaksNoPreparedStatement()
      throws SQLException {
    try (Connection connection = connect("");
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users WHERE id = 1")) {
      connection.setAutoCommit(false);
      assertThat(value(select)).isEqualTo("none");
      assertThat(value(star)).isEqualTo("none");
      connection.commit();
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(40) DEFAULT 'real'");
      assertThat(value(select)).isEqualTo("real");
      assertThat(value(star)).isEqualTo("real");
      connection.commit();
    }
  }

  @Test
  void valueThatTheNewTypeRefuses_isTheDriversError() throws SQLException {
    try (Connection connection = connect("");
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(write(update, "x")).isEqualTo(1);
      database.run("ALTER TABLE users ADD COLUMN nickname int");
      assertThatThrownBy(() -> write(update, "x"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42804"));
    }
  }

  @Test
  void tableSwapped_isReadAndWrittenAtOnce() throws SQLException {
    try (Connection connection = connect("");
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users WHERE id = 1");
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(write(update, "lost")).isEqualTo(1);
      assertThat(value(star)).isEqualTo("none");
      database.run(SWAP);
      assertThat(value(select)).isEqualTo("swapped");
      assertThat(value(star)).isEqualTo("swapped");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(database.read(SELECT)).isEqualTo("kept");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writeThatWaitsForTheSwap_isStoredInTheNewTable(boolean autoCommit) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = connect("");
        PreparedStatement update = connection.prepareStatement(UPDATE);
        Connection tool = database.plain();
        Statement swap = tool.createStatement()) {
      assertThat(write(update, "lost")).isEqualTo(1);
      connection.setAutoCommit(autoCommit);
      tool.setAutoCommit(false);
      swap.execute(SWAP);
      Future<Integer> written = other.submit(() -> write(update, "kept"));
      awaitLockedOut();
      tool.commit();
      assertThat(written.get()).isEqualTo(1);
      if (!autoCommit) {
        connection.commit();
      }
      assertThat(database.read(SELECT)).isEqualTo("kept");
    } finally {
      other.shutdownNow();
    }
  }

  private void awaitLockedOut() throws SQLException {
    while (!database.read("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1")) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET search_path TO two",
        "SELECT set_config('search_path', 'two', false)",
        "DO $$ BEGIN PERFORM set_config('search_path', 'two', false); END $$",
        "SELECT go_to('two')"
      })
  void searchPathChanged_namesTheOtherTable(String change) throws SQLException {
    database.run(
        """
        CREATE SCHEMA two;
        CREATE TABLE two.users (id int PRIMARY KEY, nickname text);
        INSERT INTO two.users VALUES (1, 'second');
        CREATE FUNCTION go_to(path text) RETURNS text LANGUAGE sql AS
          $$ SELECT set_config('search_path', path, false) $$;
        """);
    try (Connection connection = connect("");
        Statement statement = connection.createStatement();
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("none");
      assertThat(write(update, "lost")).isEqualTo(1);
      statement.execute(change);
      assertThat(value(select)).isEqualTo("second");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(database.read("SELECT nickname FROM two.users")).isEqualTo("kept");
      statement.execute("SET search_path TO public");
      assertThat(value(select)).isEqualTo("none");
    } finally {
      database.run("DROP SCHEMA two CASCADE; DROP FUNCTION go_to");
    }
  }

  @Test
  void tablesOfOneNameInTwoSchemas_haveTheirOwnColumns() throws SQLException {
    database.run(
        """
        CREATE SCHEMA two;
        CREATE TABLE two.users (id int PRIMARY KEY, nickname text);
        INSERT INTO two.users VALUES (1, 'real');
        """);
    String declared =
        "public.users.nickname text DEFAULT 'first'; two.users.nickname text DEFAULT 'second'";
    try (Connection connection = DriverManager.getConnection(database.lacunaUrl(declared));
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT a.nickname || '+' || b.nickname AS nickname"
                    + " FROM public.users a JOIN two.users b USING (id)");
        Statement statement = connection.createStatement()) {
      assertThat(value(select)).isEqualTo("first+real");
      database.run("ALTER TABLE two.users DROP COLUMN nickname");
      assertThat(value(select)).isEqualTo("first+second");
      database.run("ALTER TABLE users ADD COLUMN nickname text DEFAULT 'come'");
      assertThat(value(select)).isEqualTo("come+second");
      assertThat(statement.executeUpdate("UPDATE two.users SET nickname = 'lost'")).isEqualTo(1);
      assertThat(statement.executeUpdate("UPDATE users SET nickname = 'kept'")).isEqualTo(2);
      assertThat(value(select)).isEqualTo("kept+second");
    } finally {
      database.run("DROP SCHEMA two CASCADE");
    }
  }

  @Test
  void temporaryTable_shadowsTheOther() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement();
        PreparedStatement select = connection.prepareStatement(SELECT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      assertThat(value(select)).isEqualTo("none");
      statement.execute("CREATE TEMPORARY TABLE users AS SELECT 1 AS id, 'temporary' AS nickname");
      assertThat(value(select)).isEqualTo("temporary");
      assertThat(write(update, "kept")).isEqualTo(1);
      assertThat(value(select)).isEqualTo("kept");
      statement.execute("DROP TABLE pg_temp.users");
      assertThat(value(select)).isEqualTo("none");
      statement.execute("CREATE TEMPORARY TABLE users AS SELECT 1 AS id");
      assertThat(value(select)).isEqualTo("none");
    }
  }

  @Test
  void planThatIsCached_isMadeAnewInsideATransaction() throws SQLException {
    try (Connection connection = connect("");
        PreparedStatement star = connection.prepareStatement("SELECT * FROM users WHERE id = 1");
        PreparedStatement returning =
            connection.prepareStatement("UPDATE users SET name = 'x' WHERE id = 1 RETURNING *")) {
      for (int i = 0; i < 3; i++) {
        assertThat(value(star)).isEqualTo("none");
        assertThat(value(returning)).isEqualTo("none");
      }
      connection.setAutoCommit(false);
      database.run("ALTER TABLE users ADD COLUMN nickname varchar(40) DEFAULT 'real'");
      assertThat(value(star)).isEqualTo("real");
      assertThat(value(returning)).isEqualTo("real");
      connection.commit();
    }
  }
}
