package dev.lacuna.agent.explain;

import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.observe.Sample;
import dev.lacuna.agent.plan.PlanNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;

/**
 * PostgreSQL through pgjdbc. Every question is asked in a READ ONLY transaction that is rolled
 * back: planning may run a function that says it is IMMUTABLE and is not, and there it can change
 * nothing.
 */
final class PostgresSession implements EngineSession {

  /** An ALTER that waits or runs is not joined for long, nor is the server kept busy. */
  private static final String LIMITS =
      "SET LOCAL lock_timeout = '200ms'; SET LOCAL statement_timeout = '1s';"
          + " SET LOCAL standard_conforming_strings = on";

  private static final String EXPLAIN = "EXPLAIN (FORMAT JSON) ";

  private final Connection connection;
  private final String engine;
  private final String database;

  private PostgresSession(Connection connection, String engine, String database) {
    this.connection = connection;
    this.engine = engine;
    this.database = database;
  }

  static PostgresSession on(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version'), current_database()")) {
      row.next();
      String version = row.getString(1).replaceAll("[ (].*", "");
      return new PostgresSession(connection, "postgresql " + version, row.getString(2));
    } finally {
      connection.rollback();
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
    return true;
  }

  @Override
  public Explained explain(Sample sample) throws SQLException, UnfitException {
    try (Statement limits = connection.createStatement()) {
      limits.execute(LIMITS);
      String schema = sample.settings().schema();
      if (schema != null) {
        connection.setSchema(schema);
      }
      for (String setting : sample.settings().inOrder()) {
        limits.execute(setting);
      }
      String json = plan(sample);
      PostgresNames names = PostgresNames.locked(connection);
      long workMemory = workMemory();
      PlanNode plan = PlanReading.of(engine, () -> PostgresPlans.read(json, names, workMemory));
      return new Explained(plan, PostgresCatalog.tables(connection, names.all()));
    } finally {
      connection.rollback();
    }
  }

  private String plan(Sample sample) throws SQLException, UnfitException {
    try (PreparedStatement statement = connection.prepareStatement(EXPLAIN + sample.sent())) {
      Binder.bind(statement, sample.bindings());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private long workMemory() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT setting FROM pg_catalog.pg_settings WHERE name = 'work_mem'")) {
      row.next();
      return PostgresPlans.bytes(row.getString(1));
    }
  }

  @Override
  public Map<String, TableState> tables(Collection<String> names) throws SQLException {
    try (Statement limits = connection.createStatement()) {
      limits.execute(LIMITS);
      return PostgresCatalog.tables(connection, names);
    } finally {
      connection.rollback();
    }
  }

  @Override
  public boolean hasStatistics(String table, String column) throws SQLException {
    try (Statement limits = connection.createStatement()) {
      limits.execute(LIMITS);
      return PostgresCatalog.hasStatistics(connection, table, column);
    } finally {
      connection.rollback();
    }
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
