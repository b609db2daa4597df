package dev.lacuna.contract;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** DatabaseMetaData: what the driver says of itself, of the server, and of the tables. */
final class MetaDataProbes {

  private MetaDataProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("metadata: every property", MetaDataProbes::properties);
    all.put("metadata: tables", MetaDataProbes::tables);
    all.put("metadata: every list", MetaDataProbes::lists);
    all.put("metadata: ways back", MetaDataProbes::waysBack);
  }

  private static void properties(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      Sweep.of(DatabaseMetaData.class)
          .only(method -> method.getReturnType() != ResultSet.class)
          .on(connection.getMetaData(), "metadata", seen);
    }
  }

  private static void tables(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      DatabaseMetaData data = connection.getMetaData();
      String in = bench.onPostgresql() ? null : connection.getCatalog();
      for (String table : new String[] {"item", "ITEM", "%", "nosuch", "kin_s"}) {
        list("tables " + table, () -> data.getTables(in, "public", table, null), seen);
        list("columns " + table, () -> data.getColumns(in, "public", table, "%"), seen);
      }
      String[] views = {"VIEW"};
      list("views", () -> data.getTables(in, "public", "%", views), seen);
      list("keys", () -> data.getPrimaryKeys(in, null, "item"), seen);
      list("indexes", () -> data.getIndexInfo(in, null, "item", false, true), seen);
      list("best row", () -> data.getBestRowIdentifier(in, null, "item", 0, true), seen);
      list("versions", () -> data.getVersionColumns(in, null, "item"), seen);
      list("functions", () -> data.getFunctions(in, "public", "tw%"), seen);
      list("function columns", () -> data.getFunctionColumns(in, "public", "twice", null), seen);
      list("procedures", () -> data.getProcedures(in, "public", "split"), seen);
      list("procedure columns", () -> data.getProcedureColumns(in, "public", "split", "%"), seen);
    }
  }

  private static void lists(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      DatabaseMetaData data = connection.getMetaData();
      for (String name : new String[] {"item", ""}) {
        Sweep.of(DatabaseMetaData.class)
            .only(MetaDataProbes::lists)
            .with(String.class, name)
            .on(data, "list", seen);
      }
      list("types", data::getTypeInfo, seen);
      list("client info", data::getClientInfoProperties, seen);
      list("table types", data::getTableTypes, seen);
    }
  }

  private static boolean lists(Method method) {
    return method.getReturnType() == ResultSet.class && method.getParameterCount() > 0;
  }

  /** A list of the driver's making. */
  private interface Listing {
    ResultSet get() throws SQLException;
  }

  private static void list(String what, Listing listing, Transcript seen) {
    seen.see(
        what,
        () -> {
          try (ResultSet rows = listing.get()) {
            return Rendering.rows(rows);
          }
        });
  }

  private static void waysBack(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      DatabaseMetaData data = connection.getMetaData();
      seen.see("connection", () -> data.getConnection() == connection);
      seen.see("the same", () -> connection.getMetaData() == data);
      ResultSet tables = data.getTables(null, null, "item", null);
      seen.see("statement", tables::getStatement);
      seen.see("closed", tables::isClosed);
      tables.close();
      seen.see("wraps", () -> data.isWrapperFor(DatabaseMetaData.class));
      connection.close();
      seen.see("of a closed connection", () -> data.getTables(null, null, "item", null));
      seen.see("version", data::getDatabaseProductVersion);
    }
  }
}
