package dev.lacuna.asif;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import dev.lacuna.storm.Resources;
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

  /** Every table and sequence, with the columns that both twins have. */
  private static final List<String> CONTENT =
      List.of(
          "SELECT id, name, email, city, age, manager_id, joined FROM users",
          "SELECT id, user_id, item, amount, status, tags FROM orders",
          "SELECT id, owner_id, kind FROM pets",
          "SELECT title FROM rebates",
          "SELECT user_id, at, ip FROM logins",
          "SELECT id, user_id, total FROM billing.invoices",
          "SELECT id, \"order\", \"Qty\" FROM \"Order Lines\"",
          "SELECT id, name FROM widgets",
          "SELECT id, guest FROM visits",
          "SELECT id, owner FROM accounts",
          "SELECT op, user_id FROM audit",
          "SELECT last_value, is_called FROM users_id_seq",
          "SELECT last_value, is_called FROM orders_id_seq");

  private static final String MIGRATION = "asif/migration.sql";

  /** All that the migration declares, fit for a URL. */
  private static final String HIDDEN =
      "users.nickname,users.level,orders.discount,billing.invoices.%22Note%22,"
          + "%22Order%20Lines%22.%22Unit%20Price%22,accounts.handle,visits.seen,"
          + "widgets.active,widgets.stock,widgets.small,widgets.serial_no,widgets.ratio,"
          + "widgets.weight,widgets.price,widgets.label,widgets.code,widgets.body,"
          + "widgets.feeling,widgets.tags,widgets.sizes,widgets.meta,widgets.token,"
          + "widgets.raw,widgets.since,widgets.alarm,widgets.made,widgets.sold,widgets.span,"
          + "widgets.answer,widgets.shout,widgets.nothing";

  private static final String REWIND =
      "SELECT setval(oid, 100, false) FROM pg_class WHERE relkind = 'S'";

  private final TestDatabase database;
  private final String url;
  private final Map<Mode, Connection> connections = new EnumMap<>(Mode.class);

  /** The twin that has the columns, over the plain driver. */
  static Twin withColumns(String name) throws SQLException {
    TestDatabase database = database(name);
    database.run(Resources.text(MIGRATION));
    return new Twin(database, database.plainUrl());
  }

  /** The twin that lacks the columns, through Lacuna. */
  static Twin withoutColumns(String name) throws SQLException {
    TestDatabase database = database(name);
    if (TestDatabase.PLAIN) {
      database.run(Resources.text(MIGRATION));
    }
    return new Twin(database, database.lacunaUrl("lacuna.migrations", "classpath:" + MIGRATION));
  }

  /** A twin that has the columns, with other values in them, and hides them all. */
  static Twin withHiddenColumns(String name) throws SQLException {
    TestDatabase database = database(name);
    if (TestDatabase.PLAIN) {
      database.run(Resources.text(MIGRATION));
      return new Twin(database, database.plainUrl());
    }
    database.run(Resources.text(MIGRATION) + Resources.text("asif/other-values.sql"));
    String url = database.lacunaUrl("lacuna.migrations", "classpath:" + MIGRATION);
    return new Twin(database, url + "&lacuna.hide=" + HIDDEN);
  }

  /** The twin that lacks the columns, and has nothing to make up for it. */
  static Twin withoutLacuna(String name) throws SQLException {
    TestDatabase database = database(name);
    return new Twin(database, database.plainUrl());
  }

  private static TestDatabase database(String name) throws SQLException {
    TestDatabase database = TestServer.shared().database(name);
    database.run(Resources.text("asif/tables.sql"));
    return database;
  }

  /**
   * @param url the way that calls take
   */
  private Twin(TestDatabase database, String url) {
    this.database = database;
    this.url = url;
  }

  /** Makes the call as a transaction of its own, and takes it back. */
  Outcome call(TwinCase twinCase, Mode mode) throws SQLException {
    database.run(REWIND);
    Connection connection = connection(mode);
    Map<String, String> tables = new TreeMap<>();
    try {
      List<Result> results =
          new Caller(connection, mode, twinCase.shapeOnly()).make(twinCase.call());
      for (String query : CONTENT) {
        tables.put(query.substring(query.indexOf(" FROM ") + 6), content(connection, query));
      }
      return new Outcome(results, tables, "");
    } catch (SQLException e) {
      return new Outcome(List.of(failed(e)), tables, String.valueOf(e.getMessage()));
    } finally {
      connection.rollback();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections.values()) {
      connection.close();
    }
  }

  private Connection connection(Mode mode) throws SQLException {
    Connection connection = connections.get(mode);
    if (connection == null || connection.isClosed()) {
      connection = DriverManager.getConnection(url + mode.options());
      connection.setAutoCommit(false);
      connections.put(mode, connection);
    }
    return connection;
  }

  private static Result failed(SQLException error) {
    List<Integer> counts =
        error instanceof BatchUpdateException batch
            ? Arrays.stream(batch.getUpdateCounts()).boxed().toList()
            : List.of();
    return new Result.Failed(String.valueOf(error.getSQLState()), counts);
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
