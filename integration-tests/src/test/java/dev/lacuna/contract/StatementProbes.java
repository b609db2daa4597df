package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Statement: all ways to run, results, counts, keys, limits. */
final class StatementProbes {

  private static final List<String> TEXTS =
      List.of(
          "SELECT id, name FROM item ORDER BY id",
          "INSERT INTO item (name) VALUES ('extra')",
          "UPDATE item SET note = 'n' WHERE id < 3",
          "DELETE FROM item WHERE name = 'extra'",
          "UPDATE item SET note = 'n' WHERE id = 99",
          "CREATE TABLE made (id int)",
          "DROP TABLE made",
          "/* {fn x} */ SELECT {fn concat('a', 'b')}, {d '2026-01-01'} -- ?",
          "SELECT nosuch FROM item",
          "SELEC 1",
          "INSERT INTO item (name) VALUES ('ink')",
          "INSERT INTO item (name) VALUES (NULL)",
          "SELECT 1; SELECT 2",
          "",
          ";",
          "-- nothing");

  private StatementProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("statement: every method", StatementProbes::everyMethod);
    all.put("statement: execute", StatementProbes::execute);
    all.put("statement: executeQuery", StatementProbes::executeQuery);
    all.put("statement: executeUpdate", StatementProbes::executeUpdate);
    all.put("statement: executeLargeUpdate", StatementProbes::executeLargeUpdate);
    all.put("statement: generated keys", StatementProbes::generatedKeys);
    all.put("statement: several results", StatementProbes::several);
    all.put("statement: limits", StatementProbes::limits);
    all.put("statement: escapes off", StatementProbes::escapes);
  }

  private static void everyMethod(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      Sweep.of(Statement.class)
          .with(String.class, "SELECT 1 AS one")
          .on(statement, "statement", seen);
    }
  }

  private static void execute(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : TEXTS) {
        seen.see(sql, () -> statement.execute(sql));
        results(statement, seen);
      }
    }
  }

  private static void results(Statement statement, Transcript seen) throws SQLException {
    seen.see("count", statement::getUpdateCount);
    seen.see("large count", statement::getLargeUpdateCount);
    seen.see("result", () -> rows(statement.getResultSet()));
    seen.see("more", statement::getMoreResults);
    seen.see("count", statement::getUpdateCount);
    seen.warnings("warnings", statement.getWarnings());
  }

  static Object rows(ResultSet rows) throws SQLException {
    return rows == null ? "none" : Rendering.rows(rows);
  }

  private static void executeQuery(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : TEXTS) {
        seen.see(sql, () -> rows(statement.executeQuery(sql)));
        seen.see("count", statement::getUpdateCount);
      }
    }
  }

  private static void executeUpdate(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : TEXTS) {
        seen.see(sql, () -> statement.executeUpdate(sql));
        results(statement, seen);
      }
    }
  }

  private static void executeLargeUpdate(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : TEXTS) {
        seen.see(sql, () -> statement.executeLargeUpdate(sql));
        seen.see("count", statement::getLargeUpdateCount);
      }
    }
  }

  private static void generatedKeys(Bench bench, Transcript seen) throws Exception {
    String insert = "INSERT INTO item (name) VALUES ('%s')";
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      seen.see("none yet", () -> rows(statement.getGeneratedKeys()));
      seen.see("by flag", () -> statement.executeUpdate(insert.formatted("a"), 1));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      seen.see("keys again", () -> rows(statement.getGeneratedKeys()));
      seen.see("no keys", () -> statement.executeUpdate(insert.formatted("b"), 2));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      seen.see(
          "by name", () -> statement.executeUpdate(insert.formatted("c"), new String[] {"id"}));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      seen.see("by index", () -> statement.executeUpdate(insert.formatted("d"), new int[] {1}));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      String[] odd = {"nosuch"};
      seen.see("by a wrong name", () -> statement.execute(insert.formatted("e"), odd));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      String several = "INSERT INTO item (name) VALUES ('x'), ('y'), ('z')";
      seen.see("several", () -> statement.execute(several, Statement.RETURN_GENERATED_KEYS));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      seen.see("of an update", () -> statement.executeLargeUpdate(TEXTS.get(2), 1));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
      seen.see("of a query", () -> statement.execute("SELECT 1", 1));
      seen.see("keys", () -> rows(statement.getGeneratedKeys()));
    }
  }

  private static void several(Bench bench, Transcript seen) throws Exception {
    String sql =
        "SELECT name FROM item ORDER BY id; UPDATE item SET note = 'm'; SELECT count(*) FROM item";
    try (Connection connection = bench.connect("allowMultiQueries", "true");
        Statement statement = connection.createStatement()) {
      for (int mode : new int[] {1, 2, 3}) {
        seen.see("run", () -> statement.execute(sql));
        ResultSet first = statement.getResultSet();
        seen.see("first", first::next);
        for (int i = 0; i < 4; i++) {
          seen.see("more " + mode, () -> statement.getMoreResults(mode));
          seen.see("count", statement::getUpdateCount);
          seen.see("result", () -> rows(statement.getResultSet()));
        }
        seen.see("first closed", first::isClosed);
      }
    }
  }

  private static void limits(Bench bench, Transcript seen) throws Exception {
    String all = "SELECT n, t FROM big ORDER BY n";
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      seen.see("two rows", () -> rows(statement.executeQuery(all)));
      seen.act("large max rows", () -> statement.setLargeMaxRows(3));
      seen.see("three rows", () -> rows(statement.executeQuery(all)));
      statement.setMaxRows(0);
      statement.setMaxFieldSize(3);
      statement.setFetchSize(50);
      seen.see("fields", () -> rows(statement.executeQuery(all)));
      for (int bad : new int[] {-1, Integer.MIN_VALUE}) {
        seen.act("max rows", () -> statement.setMaxRows(bad));
        seen.act("fetch size", () -> statement.setFetchSize(bad));
        seen.act("max field", () -> statement.setMaxFieldSize(bad));
        seen.act("time-out", () -> statement.setQueryTimeout(bad));
        seen.act("direction", () -> statement.setFetchDirection(bad));
      }
    }
  }

  private static void escapes(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      seen.see("escape", () -> rows(statement.executeQuery("SELECT {fn concat('a', 'b')}")));
      statement.setEscapeProcessing(true);
      seen.see("escape", () -> rows(statement.executeQuery("SELECT {fn concat('a', 'b')}")));
      seen.act("poolable", () -> statement.setPoolable(true));
      seen.see("poolable", statement::isPoolable);
    }
  }
}
