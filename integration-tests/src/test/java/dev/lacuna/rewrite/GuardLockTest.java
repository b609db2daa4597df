package dev.lacuna.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.config.Options;
import dev.lacuna.config.Star;
import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import dev.lacuna.schema.Declarations;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.schema.PostgresShapeLoader;
import dev.lacuna.schema.TableKnowledge;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard that is asked for by itself keeps the table as it is, though no plan has the table. */
class GuardLockTest {

  private static final String MODES =
      "SELECT string_agg(DISTINCT mode, ' ') FROM pg_locks"
          + " WHERE relation = 'users'::regclass AND granted";

  private final TestDatabase database = TestServer.shared().database("guard_lock");

  GuardLockTest() throws SQLException {}

  private String probe(Connection connection) throws Exception {
    DeclaredColumns declared =
        Declarations.read(
            Options.of(
                Map.of("lacuna.columns", "users.nickname text; users.level int"),
                new Properties(),
                new Properties()),
            Dialect.POSTGRESQL,
            getClass().getClassLoader());
    Translator translator =
        new Translator(declared, Engine.POSTGRESQL, Dialect.POSTGRESQL, Star.SERVER);
    Analysis text = translator.analyse("UPDATE users SET nickname = 'x', level = 1");
    return translator
        .translate(
            (Analysis.Relevant) text,
            GeneratedKeys.NONE,
            new TableKnowledge(new PostgresShapeLoader(connection, declared), Duration.ofDays(1)))
        .guards()
        .get(0)
        .probe();
  }

  private String lockModes() throws SQLException {
    try (Connection other = database.plain();
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery(MODES)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private static String answer(PreparedStatement probe) throws SQLException {
    try (ResultSet row = probe.executeQuery()) {
      row.next();
      return row.getBoolean(1) + " " + row.getBoolean(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void probe_locksTheTableToTheEndOfTheTransaction(int prepareThreshold) throws Exception {
    database.run("CREATE TABLE users (id int PRIMARY KEY)");
    String url = database.plainUrl() + "&options=-c%20plan_cache_mode=force_generic_plan";
    try (Connection connection =
            DriverManager.getConnection(url + "&prepareThreshold=" + prepareThreshold);
        PreparedStatement probe = connection.prepareStatement(probe(connection))) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 3; i++) {
        assertThat(answer(probe)).isEqualTo("true true");
        assertThat(lockModes()).isEqualTo("AccessShareLock");
        connection.commit();
        assertThat(lockModes()).isEqualTo("null");
      }
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1"); // takes the snapshot
      }
      database.run("ALTER TABLE users ADD COLUMN level int");
      assertThat(answer(probe)).isEqualTo("true false");
      connection.commit();
    }
  }
}
