package dev.lacuna.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.LacunaDataSource;
import dev.lacuna.jdbc.LacunaConnection;
import dev.lacuna.jdbc.Statistics;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The code of the documentation, run: {@link SnippetsTest} says how it gets there. */
class GettingStartedTest {

  private static final String ADD_COLUMN = "ALTER TABLE users ADD COLUMN nickname varchar(40)";

  private final TestDatabase database;
  private final String url;

  GettingStartedTest() throws SQLException {
    database = TestServer.shared().database("getting_started");
    url = database.lacunaUrl("users.nickname varchar(40)");
  }

  @BeforeEach
  void table() throws SQLException {
    database.run("CREATE TABLE users (id serial PRIMARY KEY, name text)");
    database.run("INSERT INTO users (name) VALUES ('Ada'), ('Ben')");
  }

  @Test
  void lacunaSql_onTheClassPath_declaresItsColumns(@TempDir Path directory) throws Exception {
    String declaration = Page.of("README.md").blocksMarked("file").get(0).body();
    Files.writeString(directory.resolve("lacuna.sql"), declaration);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      String noOption = database.plainUrl().replace("jdbc:", "jdbc:lacuna:");
      try (Connection connection = DriverManager.getConnection(noOption)) {
        assertThat(nicknameOf(connection, 1)).isNull();
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void select_whileTheColumnArrives_readsItAtOnce() throws SQLException {
    // region arrives
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement query =
            connection.prepareStatement("SELECT name, nickname FROM users WHERE id = ?")) {
      query.setInt(1, 1);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        assertThat(row.getString("nickname")).isNull(); // the table lacks the column
      }

      migrate(); // elsewhere: ADD COLUMN, and Ada becomes 'ace'

      try (ResultSet row = query.executeQuery()) { // the same statement object
        row.next();
        assertThat(row.getString("nickname")).isEqualTo("ace");
      }
    }
    // endregion
  }

  @Test
  void properties_declareColumns() throws SQLException {
    String url = database.plainUrl().replace("jdbc:", "jdbc:lacuna:");
    // region properties
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty(
        "lacuna.columns",
        "users.nickname varchar(40); orders.discount numeric(10,2) not null default 0");
    Connection connection = DriverManager.getConnection(url, properties);
    // endregion
    try (connection) {
      assertThat(nicknameOf(connection, 1)).isNull();
    }
  }

  @Test
  void hikari_takesTheUrl() throws SQLException {
    // region hikari
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url); // jdbc:lacuna:postgresql://…
    config.addDataSourceProperty("lacuna.writes", "reject"); // options may stand here, too
    HikariDataSource pool = new HikariDataSource(config);
    // endregion
    try (pool;
        Connection connection = pool.getConnection()) {
      assertThat(nicknameOf(connection, 1)).isNull();
    }
  }

  @Test
  void lacunaDataSource_wrapsAnother() throws SQLException {
    String plainUrl = database.plainUrl();
    // region datasource
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(plainUrl); // jdbc:postgresql://…

    Properties options = new Properties();
    options.setProperty("lacuna.columns", "users.nickname varchar(40)");
    DataSource dataSource = new LacunaDataSource(postgres, options);
    // endregion
    try (Connection connection = dataSource.getConnection()) {
      assertThat(nicknameOf(connection, 1)).isNull();
    }
  }

  @Test
  void write_columnMissing_countsAndVanishes() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      // region write
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE users SET nickname = ? WHERE id = ?")) {
        update.setString(1, "ace");
        update.setInt(2, 1);
        assertThat(update.executeUpdate()).isEqualTo(1); // as on a table that has the column
      }
      assertThat(nicknameOf(connection, 1)).isNull(); // there is nothing that could have kept it
      // endregion
    }
  }

  @Test
  void generatedKeys_columnMissing_showWhatWasWritten() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      // region keys
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO users (name, nickname) VALUES (?, ?)",
              new String[] {"id", "nickname"})) {
        insert.setString(1, "Cleo");
        insert.setString(2, "clio");
        insert.executeUpdate();
        try (ResultSet keys = insert.getGeneratedKeys()) {
          keys.next();
          assertThat(keys.getInt("id")).isEqualTo(3);
          assertThat(keys.getString("nickname")).isEqualTo("clio");
        }
      }
      // endregion
    }
  }

  @Test
  void star_columnMissing_showsIt() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      // region star
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT * FROM users WHERE id = 1")) {
        row.next();
        assertThat(row.getMetaData().getColumnCount()).isEqualTo(3); // id, name, nickname
        assertThat(row.getString("nickname")).isNull();
        assertThat(row.wasNull()).isTrue();
      }
      // endregion
    }
  }

  @Test
  void statistics_tellWhatWasDone() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url + "&ApplicationName=counted")) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE users SET nickname = 'ace'");
      }
      // region statistics
      Statistics statistics = connection.unwrap(LacunaConnection.class).statistics();
      assertThat(statistics.discarded()).isEqualTo(1); // statements from which a value vanished
      assertThat(statistics.unsupported()).isZero(); // sent as they are: not analysed
      assertThat(statistics.resent()).isZero(); // sent again, as a column had come or gone
      assertThat(statistics.retryable()).isZero(); // failed with 40001 for that reason
      // endregion
    }
  }

  @Test
  void columnGoes_inATransaction_isRetried() throws SQLException {
    database.run(ADD_COLUMN);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(1);
    List<String> states = new ArrayList<>();
    try (HikariDataSource pool = new HikariDataSource(config)) {
      try (Connection connection = pool.getConnection()) {
        nicknameOf(connection, 1);
      }
      database.run("ALTER TABLE users DROP COLUMN nickname");
      inTransaction(
          pool,
          connection -> {
            try (Statement before = connection.createStatement()) {
              before.execute("SELECT 1");
              assertThat(nicknameOf(connection, 1)).isNull();
            } catch (SQLException e) {
              states.add(e.getSQLState());
              throw e;
            }
          });
    }
    assertThat(states).containsExactly("40001");
  }

  /** What is done in a transaction. */
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  // region retry
  static void inTransaction(DataSource pool, Work work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        try {
          work.on(connection);
          connection.commit();
          return;
        } catch (SQLException e) {
          connection.rollback();
          if (!"40001".equals(e.getSQLState()) || attempt == 3) {
            throw e;
          }
        }
      }
    }
  }

  // endregion

  @Test
  void vendorInterfaces_areThere() throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      // region unwrap
      PGConnection postgres = connection.unwrap(PGConnection.class); // a cast works as well
      postgres.getCopyAPI().copyIn("COPY users (name) FROM STDIN", new StringReader("Dan\n"));
      // endregion
      assertThat(connection).isInstanceOf(PGConnection.class);
    }
  }

  private void migrate() throws SQLException {
    database.run(ADD_COLUMN + "; UPDATE users SET nickname = 'ace' WHERE id = 1");
  }

  private static @Nullable String nicknameOf(Connection connection, int id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT nickname FROM users WHERE id = ?")) {
      query.setInt(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
