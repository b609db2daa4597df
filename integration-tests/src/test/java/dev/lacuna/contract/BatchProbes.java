package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Batches: of texts and of values, whole and broken. */
final class BatchProbes {

  private static final String INSERT = "INSERT INTO item (name, note) VALUES (?, ?)";

  private BatchProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("batch: texts", BatchProbes::texts);
    all.put("batch: values", BatchProbes::values);
    all.put("batch: broken in the middle", BatchProbes::broken);
    all.put("batch: generated keys", BatchProbes::keys);
    all.put("batch: misused", BatchProbes::misused);
    all.put("batch: rewritten by the driver", BatchProbes::rewritten);
  }

  private static Object items(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, price, note FROM item ORDER BY id")) {
      return Rendering.rows(rows);
    }
  }

  private static void texts(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      seen.see("empty", statement::executeBatch);
      statement.addBatch("INSERT INTO item (name) VALUES ('b1'), ('b2')");
      statement.addBatch("UPDATE item SET note = 'b' WHERE name LIKE 'b%'");
      statement.addBatch("CREATE TABLE made (id int)");
      statement.addBatch("DROP TABLE made");
      seen.see("counts", statement::executeBatch);
      seen.see("again", statement::executeBatch);
      statement.addBatch("DELETE FROM item WHERE id = 1");
      seen.see("large counts", statement::executeLargeBatch);
      statement.addBatch("DELETE FROM item");
      statement.clearBatch();
      seen.see("cleared", statement::executeBatch);
      seen.see("rows", () -> items(connection));
    }
  }

  private static void values(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement update =
            connection.prepareStatement("UPDATE item SET price = ? WHERE id < ?")) {
      add(insert, "v1", "n");
      add(insert, "v2", null);
      seen.see("counts", insert::executeBatch);
      for (int i = 0; i < 10; i++) {
        update.setInt(1, i);
        update.setInt(2, i);
        update.addBatch();
      }
      seen.see("counts", update::executeLargeBatch);
      seen.see("again", update::executeBatch);
      seen.see("rows", () -> items(connection));
    }
  }

  private static void add(PreparedStatement insert, String name, @Nullable String note)
      throws SQLException {
    insert.setString(1, name);
    insert.setString(2, note);
    insert.addBatch();
  }

  private static void broken(Bench bench, Transcript seen) throws Exception {
    for (boolean autoCommit : new boolean[] {true, false}) {
      try (Connection connection = bench.connect();
          PreparedStatement insert = connection.prepareStatement(INSERT);
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(autoCommit);
        add(insert, "c1" + autoCommit, "n");
        add(insert, "ink", "n");
        add(insert, "c2" + autoCommit, "n");
        seen.see("values", insert::executeBatch);
        seen.see("large", insert::executeLargeBatch);
        connection.setAutoCommit(true);
        statement.addBatch("INSERT INTO item (name) VALUES ('d1" + autoCommit + "')");
        statement.addBatch("SELECT 1");
        statement.addBatch("INSERT INTO item (name) VALUES ('nib')");
        statement.addBatch("UPDATE item SET note = 'z'");
        seen.see("texts", statement::executeBatch);
        seen.see("rows", () -> items(connection));
      }
    }
  }

  private static void keys(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT, 1);
        PreparedStatement named =
            connection.prepareStatement(INSERT, new String[] {"id", "name"})) {
      for (PreparedStatement each : new PreparedStatement[] {insert, named}) {
        for (int i = 0; i < 5; i++) {
          add(each, "k" + i + (each == insert), "n");
        }
        seen.see("counts", each::executeBatch);
        seen.see("keys", () -> Rendering.rows(each.getGeneratedKeys()));
      }
    }
  }

  private static void misused(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement query =
            connection.prepareStatement("SELECT name FROM item WHERE id = ?")) {
      insert.setString(1, "half");
      seen.act("unbound", insert::addBatch);
      seen.see("counts", insert::executeBatch);
      seen.act("text on prepared", () -> insert.addBatch("SELECT 1"));
      seen.see("run text on prepared", () -> insert.execute("SELECT 1"));
      query.setInt(1, 1);
      query.addBatch();
      seen.see("query", query::executeBatch);
      seen.see("query alone", () -> Rendering.rows(query.executeQuery()));
      add(insert, "waits", "n");
      seen.see("alone while a batch waits", insert::executeUpdate);
      seen.see("the batch", insert::executeBatch);
      seen.see("rows", () -> items(connection));
    }
  }

  private static void rewritten(Bench bench, Transcript seen) throws Exception {
    String[] options = {"reWriteBatchedInserts", "true", "rewriteBatchedStatements", "true"};
    try (Connection connection = bench.connect(options);
        PreparedStatement insert = connection.prepareStatement(INSERT, 1)) {
      for (int i = 0; i < 7; i++) {
        add(insert, "w" + i, "n");
      }
      seen.see("counts", insert::executeBatch);
      seen.see("keys", () -> Rendering.rows(insert.getGeneratedKeys()));
      add(insert, "w8", "n");
      add(insert, "pad", "n");
      seen.see("broken", insert::executeBatch);
      seen.see("rows", () -> items(connection));
    }
  }
}
