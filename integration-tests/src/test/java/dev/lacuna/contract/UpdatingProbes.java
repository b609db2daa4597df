package dev.lacuna.contract;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updatable result sets. */
final class UpdatingProbes {

  private static final String ITEMS = "SELECT id, name, price, note FROM item ORDER BY id";

  private UpdatingProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("updating: rows", UpdatingProbes::rows);
    all.put("updating: every method", UpdatingProbes::updaters);
    all.put("updating: what cannot be", UpdatingProbes::refused);
  }

  private static ResultSet updatable(Connection connection, String sql) throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
    return statement.executeQuery(sql);
  }

  private static void rows(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        ResultSet rows = updatable(connection, ITEMS)) {
      rows.next();
      seen.act("set", () -> rows.updateString("note", "changed"));
      seen.act("update", rows::updateRow);
      seen.see("updated", rows::rowUpdated);
      seen.see("note", () -> rows.getString("note"));
      seen.act("set", () -> rows.updateNull("price"));
      seen.act("cancel", rows::cancelRowUpdates);
      seen.see("price", () -> rows.getBigDecimal("price"));
      seen.act("to the insert row", rows::moveToInsertRow);
      seen.act("name", () -> rows.updateString("name", "inserted"));
      seen.act("insert", rows::insertRow);
      seen.act("incomplete", rows::insertRow);
      seen.act("back", rows::moveToCurrentRow);
      seen.see("row", rows::getRow);
      seen.act("delete", rows::deleteRow);
      seen.see("deleted", rows::rowDeleted);
      seen.see("inserted", rows::rowInserted);
      seen.act("refresh", rows::refreshRow);
      seen.see("rest", () -> Rendering.rows(rows));
      seen.see("table", () -> Rendering.rows(connection.createStatement().executeQuery(ITEMS)));
    }
  }

  private static void updaters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        ResultSet rows = updatable(connection, ITEMS)) {
      rows.next();
      for (String label : new String[] {"note", "price"}) {
        Sweep.of(ResultSet.class)
            .only(UpdatingProbes::updatesColumn)
            .with(String.class, label)
            .with(int.class, rows.findColumn(label))
            .on(rows, label, seen, () -> afterUpdate(rows, label));
      }
    }
  }

  private static boolean updatesColumn(Method method) {
    return method.getName().startsWith("update") && method.getParameterCount() > 0;
  }

  private static @Nullable Object afterUpdate(ResultSet rows, String label) throws SQLException {
    rows.updateRow();
    return rows.getObject(label);
  }

  private static void refused(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        ResultSet sum =
            updatable(
                connection, "SELECT name, count(*) AS n FROM item GROUP BY name ORDER BY name");
        ResultSet noKey = updatable(connection, "SELECT name, note FROM item ORDER BY name");
        ResultSet readOnly = connection.createStatement().executeQuery(ITEMS)) {
      for (ResultSet rows : new ResultSet[] {sum, noKey, readOnly}) {
        rows.next();
        seen.see("concurrency", rows::getConcurrency);
        seen.act("set", () -> rows.updateString("name", "x"));
        seen.act("update", rows::updateRow);
        seen.act("delete", rows::deleteRow);
        seen.act("insert", rows::moveToInsertRow);
      }
    }
  }
}
