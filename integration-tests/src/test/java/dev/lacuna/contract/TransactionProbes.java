package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;

/** Commit, roll-back, savepoints, and what other transactions see. */
final class TransactionProbes {

  private static final String RENAME = "UPDATE item SET note = 'r' WHERE id = 1";

  private TransactionProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("transaction: commit and roll-back", TransactionProbes::ends);
    all.put("transaction: savepoints", TransactionProbes::savepoints);
    all.put("transaction: error inside", TransactionProbes::error);
    all.put("transaction: isolation", TransactionProbes::isolation);
    all.put("transaction: autocommit turned on", TransactionProbes::autoCommit);
  }

  private static Object notes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT note FROM item ORDER BY id")) {
      return Rendering.rows(rows);
    }
  }

  private static void ends(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Connection other = bench.aside();
        Statement statement = connection.createStatement()) {
      seen.act("commit in autocommit", connection::commit);
      seen.act("rollback in autocommit", connection::rollback);
      connection.setAutoCommit(false);
      seen.see("update", () -> statement.executeUpdate(RENAME));
      seen.see("own", () -> notes(connection));
      seen.see("others", () -> notes(other));
      seen.act("rollback", connection::rollback);
      seen.see("own", () -> notes(connection));
      seen.see("update", () -> statement.executeUpdate(RENAME));
      seen.act("commit", connection::commit);
      seen.see("others", () -> notes(other));
    }
  }

  private static void savepoints(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      seen.act("in autocommit", connection::setSavepoint);
      connection.setAutoCommit(false);
      Savepoint unnamed = connection.setSavepoint();
      statement.executeUpdate(RENAME);
      Savepoint named = connection.setSavepoint("na'med \"point\"");
      seen.see("name", named::getSavepointName);
      seen.see("id of the named", named::getSavepointId);
      seen.see("name of the unnamed", unnamed::getSavepointName);
      statement.executeUpdate("DELETE FROM item");
      seen.act("to the named", () -> connection.rollback(named));
      seen.see("rows", () -> notes(connection));
      seen.act("release", () -> connection.releaseSavepoint(named));
      seen.act("release again", () -> connection.releaseSavepoint(named));
      seen.act("to the released", () -> connection.rollback(named));
      seen.act("to the unnamed", () -> connection.rollback(unnamed));
      seen.see("rows", () -> notes(connection));
      seen.act("null", () -> connection.rollback((Savepoint) null));
      connection.rollback();
      seen.act("after the end", () -> connection.rollback(unnamed));
    }
  }

  private static void error(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate(RENAME);
      seen.see("fails", () -> statement.executeUpdate("UPDATE item SET nosuch = 1"));
      seen.see("next", () -> notes(connection));
      seen.act("commit", connection::commit);
      seen.see("after", () -> notes(connection));
      seen.see("duplicate", () -> statement.executeUpdate("UPDATE item SET name = 'same'"));
      seen.act("rollback", connection::rollback);
      seen.see("after", () -> notes(connection));
      connection.rollback();
    }
  }

  private static void isolation(Bench bench, Transcript seen) throws Exception {
    try (Connection one = bench.connect();
        Connection two = bench.connect();
        Statement first = one.createStatement();
        Statement second = two.createStatement()) {
      one.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      one.setAutoCommit(false);
      seen.see("before", () -> notes(one));
      second.executeUpdate("UPDATE item SET note = 'other' WHERE id = 1");
      seen.see("repeated", () -> notes(one));
      seen.see("conflict", () -> first.executeUpdate("UPDATE item SET note = 'mine' WHERE id = 1"));
      seen.act("level inside", () -> one.setTransactionIsolation(2));
      seen.act("rollback", one::rollback);
      seen.see("after", () -> notes(one));
      one.rollback();
    }
  }

  private static void autoCommit(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Connection other = bench.aside();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate(RENAME);
      seen.act("on", () -> connection.setAutoCommit(true));
      seen.see("others", () -> notes(other));
      connection.setAutoCommit(false);
      statement.executeUpdate("DELETE FROM item WHERE id = 3");
      connection.close();
      seen.see("closed in a transaction", () -> notes(other));
    }
  }
}
