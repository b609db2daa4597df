package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the twins: its database, and a connection a mode. */
final class Twin implements AutoCloseable {

  /** So many rows of a random statement's result are read: some would fill the memory. */
  static final int MOST_ROWS = 100_000;

  private static final String VARIABLES = "&sessionVariables=";

  private final TwinSchema schema;
  private final String url;
  private final Map<Mode, Connection> connections = new EnumMap<>(Mode.class);

  private final Counters counters;
  private final int version;

  /** The twin that has the columns, over the plain driver. */
  static Twin withColumns(Engine engine, String name) throws SQLException {
    TwinSchema schema = TwinSchema.of(engine);
    TestDatabase database = database(schema, name);
    schema.addColumns(database);
    return new Twin(schema, database, database.plainUrl());
  }

  /** The twin that lacks the columns, through Lacuna. */
  static Twin withoutColumns(Engine engine, String name) throws SQLException {
    return withoutColumns(engine, name, "");
  }

  /**
   * The same, with further options.
   *
   * @param more fit for the end of a URL
   */
  static Twin withoutColumns(Engine engine, String name, String more) throws SQLException {
    TwinSchema schema = TwinSchema.of(engine);
    TestDatabase database = database(schema, name);
    if (TestDatabase.PLAIN) {
      schema.addColumns(database);
    }
    return new Twin(schema, database, schema.url(database) + (TestDatabase.PLAIN ? "" : more));
  }

  /** A twin that has the columns, with other values in them, and hides them all. */
  static Twin withHiddenColumns(Engine engine, String name) throws SQLException {
    TwinSchema schema = TwinSchema.of(engine);
    TestDatabase database = database(schema, name);
    schema.addColumns(database);
    if (!TestDatabase.PLAIN) {
      schema.changeValues(database);
    }
    String url =
        schema.url(database) + (TestDatabase.PLAIN ? "" : "&lacuna.hide=" + schema.declaredNames());
    return new Twin(schema, database, url);
  }

  /** The twin that lacks the columns, and has nothing to make up for it. */
  static Twin withoutLacuna(Engine engine, String name) throws SQLException {
    TwinSchema schema = TwinSchema.of(engine);
    TestDatabase database = database(schema, name);
    return new Twin(schema, database, database.plainUrl());
  }

  private static TestDatabase database(TwinSchema schema, String name) throws SQLException {
    TestDatabase database = TestServer.shared(schema.engine()).database(name);
    schema.makeTables(database);
    return database;
  }

  /**
   * @param url the way that calls take
   */
  private Twin(TwinSchema schema, TestDatabase database, String url) throws SQLException {
    this.schema = schema;
    this.url = url;
    this.counters = new Counters(database, schema.options());
    try (Connection connection = database.plain()) {
      this.version = connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  /** The major version of its server. */
  int version() {
    return version;
  }

  /** Makes the call as a transaction of its own, and takes it back. */
  Outcome call(TwinCase twinCase, Mode mode) throws SQLException {
    boolean writes = !twinCase.call().onlyReads();
    if (writes) {
      counters.rewind();
    }
    Connection connection = connection(mode);
    Map<String, String> tables = new TreeMap<>();
    try {
      List<Result> results =
          new Caller(connection, schema.engine(), mode, twinCase.shapeOnly()).make(twinCase.call());
      for (String query : writes ? schema.content() : List.<String>of()) {
        tables.put(query.substring(query.indexOf(" FROM ") + 6), content(connection, query));
      }
      return new Outcome(results, tables, "");
    } catch (SQLException e) {
      return new Outcome(List.of(failed(e)), tables, String.valueOf(e.getMessage()));
    } finally {
      connection.rollback();
      if (tables.isEmpty() && twinCase.call() instanceof Call.Scripted) {
        // It broke off somewhere: the session may be in another database, or have its tables.
        connection.close();
      }
    }
  }

  /**
   * Runs a random statement, and takes back what it has done.
   *
   * @throws SQLException if there is no connection any more: see {@link #isCutOff}
   */
  Outcome call(RandomStatement statement, Mode mode) throws SQLException {
    Connection connection = connection(mode);
    if (schema.engine() == Engine.POSTGRESQL && statement.sql().startsWith("INSERT")) {
      counters.rewind(); // how many numbers a failure takes is nobody's business
    }
    boolean untouched = false;
    try {
      List<Result> results =
          new Caller(connection, schema.engine(), mode, false, mostRows()).make(statement.asCall());
      untouched = statement.onlyReads();
      Map<String, String> tables =
          untouched ? Map.of() : Map.of("written", content(connection, statement.content()));
      return new Outcome(results, tables, "");
    } catch (SQLException e) {
      if (isCutOff(e)) {
        throw e;
      }
      return new Outcome(List.of(failed(e)), Map.of(), String.valueOf(e.getMessage()));
    } finally {
      if (!untouched) {
        connection.rollback();
      }
    }
  }

  /** The other drivers tell the server to stop, and so to plan otherwise. */
  private int mostRows() {
    return schema.engine() == Engine.POSTGRESQL ? MOST_ROWS : 0;
  }

  /**
   * The same under another plan.
   *
   * @param optimizerSwitch a value of MySQL's and MariaDB's variable of that name
   */
  Outcome call(RandomStatement statement, Mode mode, String optimizerSwitch) throws SQLException {
    setOptimizerSwitch(mode, "'" + optimizerSwitch + "'");
    try {
      return call(statement, mode);
    } finally {
      setOptimizerSwitch(mode, "DEFAULT");
    }
  }

  private void setOptimizerSwitch(Mode mode, String value) throws SQLException {
    try (Statement statement = connection(mode).createStatement()) {
      statement.execute("SET optimizer_switch = " + value);
    }
  }

  /** Whether the server, or what is left of it, has let a connection go. */
  static boolean isCutOff(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.startsWith("57P");
  }

  /** Closes its connections; a stream of tests that calls this takes no checked exception. */
  @Override
  public void close() {
    try {
      for (Connection connection : connections.values()) {
        connection.close();
      }
      counters.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connection(Mode mode) throws SQLException {
    Connection connection = connections.get(mode);
    if (connection == null || connection.isClosed()) {
      connection = DriverManager.getConnection(url + options(mode));
      connection.setAutoCommit(false);
      connections.put(mode, connection);
    }
    return connection;
  }

  /** Both have variables of the session to set, and the drivers take but one list of them. */
  private String options(Mode mode) {
    String own = mode.options(schema.engine());
    return own.contains(VARIABLES) && schema.options().contains(VARIABLES)
        ? own + schema.options().replace(VARIABLES, ",")
        : own + schema.options();
  }

  private static Result failed(SQLException error) {
    List<Integer> counts =
        error instanceof BatchUpdateException batch
            ? Arrays.stream(batch.getUpdateCounts()).boxed().toList()
            : List.of();
    return new Result.Failed(String.valueOf(error.getSQLState()), error.getErrorCode(), counts);
  }

  private static String content(Connection connection, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          line.append(column == 1 ? "" : "|").append(rows.getString(column));
        }
        lines.add(line.toString());
      }
    }
    lines.sort(null);
    return String.join(" / ", lines);
  }
}
