package dev.lacuna.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard of a write whose plan the server keeps, and never makes for the values alone. */
class GuardTest {

  private static final String ADD = "ALTER TABLE users ADD COLUMN nickname varchar(40)";
  private static final String STORED = "SELECT nickname FROM users WHERE id = 1";

  /** Each stores the value that it is given in the row 1, once the column is there. */
  private static final List<String> WRITES =
      List.of(
          "INSERT INTO users (id, name, nickname) VALUES (1, 'Ada', ?)",
          "INSERT INTO users (id, nickname) VALUES (1, ?), (4, 'x')",
          "INSERT INTO users (id, nickname) SELECT 1, CAST(? AS text) FROM users WHERE id = 2",
          "INSERT INTO users AS u (id, nickname) VALUES (1, ?)"
              + " ON CONFLICT (id) DO UPDATE SET nickname = excluded.nickname",
          "INSERT INTO users (id, nickname) VALUES (1, ?) RETURNING id, nickname",
          "UPDATE users SET id = 1, nickname = ? WHERE id = 2",
          "UPDATE users u SET id = 1, nickname = ? FROM users v WHERE u.id = 2 AND v.id = 3");

  private final TestDatabase database = TestServer.shared().database("guard");

  GuardTest() throws SQLException {}

  private record Mode(String write, boolean autoCommit, int isolation) {}

  static List<Mode> modes() {
    List<Mode> modes = new ArrayList<>();
    for (String write : WRITES) {
      modes.add(new Mode(write, true, Connection.TRANSACTION_READ_COMMITTED));
      modes.add(new Mode(write, false, Connection.TRANSACTION_READ_COMMITTED));
      modes.add(new Mode(write, false, Connection.TRANSACTION_REPEATABLE_READ));
    }
    return modes;
  }

  @BeforeEach
  void createTable() throws SQLException {
    database.run(
        """
        CREATE TABLE users (id int PRIMARY KEY, name text);
        INSERT INTO users VALUES (2, 'Ben'), (3, 'Cleo');
        """);
  }

  private Connection connect() throws SQLException {
    return connect("users.nickname varchar(40)");
  }

  private Connection connect(String columns) throws SQLException {
    return DriverManager.getConnection(
        database.lacunaUrl(columns)
            + "&prepareThreshold=1&options=-c%20plan_cache_mode=force_generic_plan");
  }

  private static void write(PreparedStatement write, String value) throws SQLException {
    write.setString(1, value);
    write.execute();
    assertThat(write.getUpdateCount()).isNotZero();
  }

  private void reset() throws SQLException {
    database.run("DELETE FROM users; INSERT INTO users (id) VALUES (2), (3)");
  }

  private String stored(String query) throws SQLException {
    try (Connection connection = database.plain();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(1));
    }
  }

  private void writeOften(PreparedStatement write) throws SQLException {
    for (int i = 0; i < 3; i++) {
      write(write, "lost");
      reset();
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void columnThatComes_isWritten(Mode mode) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement write = connection.prepareStatement(mode.write())) {
      writeOften(write);
      connection.setTransactionIsolation(mode.isolation());
      connection.setAutoCommit(mode.autoCommit());
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TEMPORARY TABLE snapshot AS SELECT 1"); // takes the snapshot
      }
      database.run(ADD);
      write(write, "kept");
      if (!mode.autoCommit()) {
        connection.commit();
      }
      assertThat(stored(STORED)).isEqualTo("kept");

      connection.setAutoCommit(true);
      reset();
      database.run("ALTER TABLE users DROP COLUMN nickname");
      write(write, "lost");
      reset();
      database.run(ADD);
      write(write, "kept");
      assertThat(stored(STORED)).isEqualTo("kept");
    }
  }

  /** The plan is checked behind the lock, for which the write waits until the column is there. */
  @ParameterizedTest
  @MethodSource("modes")
  void columnThatComesWhileTheWriteWaits_isWritten(Mode mode) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = connect();
        PreparedStatement write = connection.prepareStatement(mode.write());
        Connection changing = database.plain();
        Statement change = changing.createStatement()) {
      writeOften(write);
      connection.setTransactionIsolation(mode.isolation());
      connection.setAutoCommit(mode.autoCommit());
      changing.setAutoCommit(false);
      change.execute(ADD);
      Future<?> written =
          other.submit(
              () -> {
                write(write, "kept");
                return null;
              });
      while (!stored("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1")) {
        Thread.sleep(5);
      }
      changing.commit();
      written.get();
      if (!mode.autoCommit()) {
        connection.commit();
      }
      assertThat(stored(STORED)).isEqualTo("kept");
    } finally {
      other.shutdownNow();
    }
  }

  /** Names of types and of tables are looked up apart from each other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE DOMAIN early.users AS text",
        "CREATE TYPE early.users AS ENUM ('nickname')"
      })
  void typeOfTheTablesName_isNotAsked(String type) throws SQLException {
    database.run("CREATE SCHEMA early");
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        PreparedStatement write = connection.prepareStatement(WRITES.get(0))) {
      statement.execute("SET search_path TO early, public");
      writeOften(write);
      database.run(type);
      writeOften(write);
      database.run(ADD);
      write(write, "kept");
      assertThat(stored(STORED)).isEqualTo("kept");
    } finally {
      database.run("DROP SCHEMA early CASCADE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"date", "interval", "void", "values", "Mixed \"name\""})
  void tableOfATypesName_isAsked(String name) throws SQLException {
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    database.run(
        "DROP TABLE IF EXISTS " + quoted + "; CREATE TABLE " + quoted + " (id int PRIMARY KEY)");
    try (Connection connection = connect(quoted + ".nickname varchar(40)");
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO " + quoted + " (id, nickname) VALUES (1, ?)")) {
      write(write, "lost");
      database.run("DELETE FROM " + quoted + "; " + ADD.replace("users", quoted));
      write(write, "kept");
      assertThat(stored(STORED.replace("users", quoted))).isEqualTo("kept");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"int", "text[]", "numeric(10,2)", "json", "void_like", "composite", "mood", "oid"})
  void columnOfAnyType_isSeen(String type) throws SQLException {
    database.run(
        """
        DROP DOMAIN IF EXISTS void_like CASCADE;
        DROP TYPE IF EXISTS composite, mood CASCADE;
        CREATE DOMAIN void_like AS text;
        CREATE TYPE composite AS (id int);
        CREATE TYPE mood AS ENUM ('happy');
        """);
    try (Connection connection = connect();
        PreparedStatement write =
            connection.prepareStatement("UPDATE users SET id = 1, nickname = NULL WHERE id = 2")) {
      assertThat(write.executeUpdate()).isEqualTo(1);
      reset();
      database.run("ALTER TABLE users ADD COLUMN nickname " + type);
      database.run(
          "ALTER TABLE users ADD CONSTRAINT without CHECK (nickname IS NOT NULL) NOT VALID");
      assertThat(stateOf(write)).isEqualTo("23514");
    }
  }

  /** A check refuses the null: so the column was written. */
  private static String stateOf(PreparedStatement write) {
    try {
      return "rows: " + write.executeUpdate();
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
