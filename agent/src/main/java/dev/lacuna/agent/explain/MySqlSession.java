package dev.lacuna.agent.explain;

import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.observe.Sample;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * MySQL and MariaDB, through either's driver. What reads is explained in a READ ONLY transaction;
 * what writes, which MariaDB does not explain there (error 1792), in one that is rolled back.
 */
final class MySqlSession implements EngineSession {

  /** Each bounds a wait or fixes a form; a server that does not know one does without. */
  private static final List<String> SETTINGS =
      List.of(
          "SET SESSION lock_wait_timeout = 1",
          "SET SESSION innodb_lock_wait_timeout = 1",
          "SET SESSION max_execution_time = 1000",
          "SET SESSION max_statement_time = 1",
          "SET SESSION explain_json_format_version = 1",
          "SET SESSION information_schema_stats_expiry = 0",
          "SET SESSION group_concat_max_len = 65536");

  private static final String UNKNOWN_VARIABLE = "HY000";

  private final Connection connection;
  private final MySqlCatalog catalog;
  private final String engine;
  private final String database;
  private final boolean writesJson;

  private MySqlSession(Connection connection, String engine, String database, boolean writesJson) {
    this.connection = connection;
    this.catalog = new MySqlCatalog(connection);
    this.engine = engine;
    this.database = database;
    this.writesJson = writesJson;
  }

  static MySqlSession on(Connection connection, boolean isMariaDb) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        trySetting(statement, setting);
      }
      boolean writesJson = !isMariaDb || MariaDbJson.isSound(statement);
      try (ResultSet row = statement.executeQuery("SELECT version(), COALESCE(DATABASE(), '')")) {
        row.next();
        String version = row.getString(1).replaceAll("-.*", "");
        return new MySqlSession(
            connection,
            (isMariaDb ? "mariadb " : "mysql ") + version,
            row.getString(2),
            writesJson);
      }
    }
  }

  private static void trySetting(Statement statement, String setting) throws SQLException {
    try {
      statement.execute(setting);
    } catch (SQLException e) {
      if (!UNKNOWN_VARIABLE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public boolean vacuums() {
    return false;
  }

  @Override
  public Explained explain(Sample sample) throws SQLException, UnfitException {
    String sql = LockingClause.cut(sample.sent());
    String catalogName = sample.settings().catalog();
    if (catalogName != null && !catalogName.isEmpty()) {
      connection.setCatalog(catalogName);
    }
    try (Statement statement = connection.createStatement()) {
      MySqlNames names = MySqlNames.of(sql, connection);
      if (names.all().isEmpty()) {
        throw new UnfitException("it reads no table");
      }
      statement.execute(reads(sql) ? "START TRANSACTION READ ONLY" : "START TRANSACTION");
      try {
        String json = plan(sql, sample);
        return new Explained(
            PlanReading.of(engine, () -> MySqlPlans.read(json, names)),
            catalog.tables(names.all()));
      } finally {
        statement.execute("ROLLBACK");
      }
    }
  }

  private static boolean reads(String sql) {
    Tokens tokens = Tokens.of(sql, Dialect.MYSQL);
    return !tokens.isAny(0, "INSERT", "UPDATE", "DELETE", "REPLACE")
        && !(tokens.is(0, "WITH") && sql.matches("(?is).*\\b(UPDATE|DELETE)\\b.*"));
  }

  private String plan(String sql, Sample sample) throws SQLException, UnfitException {
    try (PreparedStatement statement = connection.prepareStatement("EXPLAIN FORMAT=JSON " + sql)) {
      Binder.bind(statement, sample.bindings());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return writesJson ? row.getString(1) : MariaDbJson.escaped(row.getString(1));
      }
    }
  }

  @Override
  public Map<String, TableState> tables(Collection<String> names) throws SQLException {
    return catalog.tables(names);
  }

  /** What a histogram tells does not tell when the column came. */
  @Override
  public boolean hasStatistics(String table, String column) {
    return false;
  }

  @Override
  public boolean isBroken() {
    try {
      return !connection.isValid(1);
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was broken already: there is nothing left to end.
      return;
    }
  }
}
