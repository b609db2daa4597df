package dev.lacuna.contract;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Closing: in which order, twice, with what left open; and what closed objects answer. */
final class LifeProbes {

  private LifeProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("life: closed connection", LifeProbes::closedConnection);
    all.put("life: closed statements", LifeProbes::closedStatements);
    all.put("life: closed result", LifeProbes::closedResult);
    all.put("life: order of closing", LifeProbes::order);
    all.put("life: close on completion", LifeProbes::completion);
    all.put("life: ways back", LifeProbes::waysBack);
    all.put("life: aborted", LifeProbes::aborted);
    all.put("life: try with resources", LifeProbes::resources);
  }

  private static void closedConnection(Bench bench, Transcript seen) throws Exception {
    Connection connection = bench.connect();
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");
    connection.close();
    seen.see("statement closed", statement::isClosed);
    seen.see("rows closed", rows::isClosed);
    Sweep.ofAll(Connection.class).with(String.class, "SELECT 1").on(connection, "connection", seen);
    Sweep.ofAll(Statement.class).with(String.class, "SELECT 1").on(statement, "statement", seen);
  }

  private static void closedStatements(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      Statement statement = connection.createStatement();
      PreparedStatement prepared =
          connection.prepareStatement("SELECT name FROM item WHERE id = ?");
      CallableStatement call = connection.prepareCall("{? = call twice(?)}");
      statement.close();
      prepared.close();
      call.close();
      Sweep.ofAll(Statement.class).with(String.class, "SELECT 1").on(statement, "statement", seen);
      Sweep.ofAll(PreparedStatement.class)
          .with(String.class, "SELECT 1")
          .on(prepared, "prepared", seen);
      Sweep.ofAll(CallableStatement.class).on(call, "call", seen);
    }
  }

  private static void closedResult(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT id, name FROM item");
      rows.next();
      rows.close();
      Sweep.ofAll(ResultSet.class).on(rows, "rows", seen);
      seen.see("statement closed", statement::isClosed);
      seen.see("current", () -> StatementProbes.rows(statement.getResultSet()));
    }
  }

  private static void order(Bench bench, Transcript seen) throws Exception {
    Connection connection = bench.connect();
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");
    seen.act("connection", connection::close);
    seen.act("connection again", connection::close);
    seen.act("rows", rows::close);
    seen.act("statement", statement::close);
    seen.act("statement again", statement::close);
    seen.see("valid", () -> connection.isValid(1));
    seen.see("closed", connection::isClosed);
    seen.see("text", connection::toString);
  }

  private static void completion(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      Statement statement = connection.createStatement();
      seen.act("on completion", statement::closeOnCompletion);
      seen.see("is", statement::isCloseOnCompletion);
      ResultSet rows = statement.executeQuery("SELECT 1");
      seen.see("open", statement::isClosed);
      rows.close();
      seen.see("closed", statement::isClosed);
    }
  }

  private static void waysBack(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement prepared = connection.prepareStatement("SELECT 1");
        Statement statement = connection.createStatement()) {
      ResultSet rows = prepared.executeQuery();
      seen.see("connection", () -> prepared.getConnection() == connection);
      seen.see("statement", () -> rows.getStatement() == prepared);
      seen.see("current", () -> prepared.getResultSet() == rows);
      seen.see("in a set", () -> Set.of(connection, prepared, rows).contains(rows));
      seen.see("none", () -> connection.createStatement().getResultSet());
      seen.see("after an update", () -> afterUpdate(statement));
    }
  }

  private static @Nullable Object afterUpdate(Statement statement) throws SQLException {
    statement.execute("UPDATE item SET note = 'x'");
    return statement.getResultSet();
  }

  private static void aborted(Bench bench, Transcript seen) throws Exception {
    Connection connection = bench.connect();
    Statement statement = connection.createStatement();
    seen.act("no executor", () -> connection.abort(null));
    seen.act("abort", () -> connection.abort(Runnable::run));
    seen.see("closed", connection::isClosed);
    seen.see("valid", () -> connection.isValid(1));
    seen.see("use", () -> statement.execute("SELECT 1"));
    seen.act("close", connection::close);
  }

  private static void resources(Bench bench, Transcript seen) throws SQLException {
    seen.see(
        "error inside",
        () -> {
          try (Connection connection = bench.connect();
              Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT id FROM nosuch")) {
            return rows.next();
          }
        });
  }
}
