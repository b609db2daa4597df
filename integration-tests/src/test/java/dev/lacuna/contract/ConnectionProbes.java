package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Connection: settings, client info, warnings, casts. */
final class ConnectionProbes {

  private ConnectionProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("connection: every method", ConnectionProbes::everyMethod);
    all.put("connection: settings", ConnectionProbes::settings);
    all.put("connection: client info", ConnectionProbes::clientInfo);
    all.put("connection: warnings", ConnectionProbes::warnings);
    all.put("connection: network time-out", ConnectionProbes::networkTimeout);
    all.put("connection: interfaces and wrapping", ConnectionProbes::wrapping);
    all.put("connection: refused", ConnectionProbes::refused);
    all.put("connection: read-only", ConnectionProbes::readOnly);
  }

  private static void everyMethod(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      Sweep.of(Connection.class)
          .without("setNetworkTimeout")
          .with(String.class, "SELECT 1 AS one")
          .on(connection, "connection", seen);
    }
  }

  private static void settings(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      seen.see("autocommit", connection::getAutoCommit);
      for (int level : new int[] {1, 2, 4, 8, 0, 99}) {
        seen.act("isolation " + level, () -> connection.setTransactionIsolation(level));
        seen.see("isolation", connection::getTransactionIsolation);
      }
      for (int hold : new int[] {1, 2, 0}) {
        seen.act("holdability " + hold, () -> connection.setHoldability(hold));
        seen.see("holdability", connection::getHoldability);
      }
      seen.see("catalog", connection::getCatalog);
      seen.act("to catalog", () -> connection.setCatalog(connection.getCatalog()));
      seen.see("schema", connection::getSchema);
      seen.act("to schema", () -> connection.setSchema("pg_catalog"));
      seen.see("schema", connection::getSchema);
      seen.see("native", () -> connection.nativeSQL("{fn now()} {d '2026-01-01'} {escape '\\'}"));
      seen.see("type map", connection::getTypeMap);
      seen.see("valid", () -> connection.isValid(3));
      seen.see("valid", () -> connection.isValid(-1));
    }
  }

  private static void clientInfo(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      seen.act("set", () -> connection.setClientInfo("ApplicationName", "probe"));
      seen.see("get", () -> connection.getClientInfo("ApplicationName"));
      seen.act("set unknown", () -> connection.setClientInfo("NoSuchThing", "x"));
      seen.see("get unknown", () -> connection.getClientInfo("NoSuchThing"));
      Properties info = new Properties();
      info.setProperty("ApplicationName", "all");
      info.setProperty("AlsoUnknown", "y");
      seen.act("set all", () -> connection.setClientInfo(info));
      seen.see("all", () -> connection.getClientInfo());
      seen.see("warnings", connection::getWarnings);
    }
  }

  private static void warnings(Bench bench, Transcript seen) throws Exception {
    String warns = bench.onPostgresql() ? "SELECT complain('ho')" : "SELECT 1 / 0, 'a' + 1";
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      seen.see("run", () -> Rendering.rows(statement.executeQuery(warns)));
      seen.warnings("statement", statement.getWarnings());
      seen.warnings("connection", connection.getWarnings());
      statement.clearWarnings();
      seen.warnings("cleared", statement.getWarnings());
      try (ResultSet rows = statement.executeQuery("SELECT 1")) {
        seen.warnings("result", rows.getWarnings());
      }
      seen.act("rollback idle", connection::rollback);
      connection.setAutoCommit(false);
      seen.act("type of result", () -> connection.createStatement(1005, 1008, 1).close());
      seen.warnings("connection", connection.getWarnings());
      connection.clearWarnings();
      connection.rollback();
    }
  }

  private static void networkTimeout(Bench bench, Transcript seen) throws Exception {
    Executor executor = Runnable::run;
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      seen.see("before", connection::getNetworkTimeout);
      seen.act("set", () -> connection.setNetworkTimeout(executor, 500));
      seen.see("after", connection::getNetworkTimeout);
      seen.act("negative", () -> connection.setNetworkTimeout(executor, -1));
      seen.act("no executor", () -> connection.setNetworkTimeout(null, 500));
      seen.see("slow", () -> statement.execute(bench.engine().sleep(5)));
      seen.see("closed", connection::isClosed);
      seen.see("again", () -> statement.execute("SELECT 1"));
    }
  }

  /** A wrapper can be cast to all that the driver's object can be cast to. */
  private static void wrapping(Bench bench, Transcript seen) throws Exception {
    try (Connection raw = bench.aside();
        Connection connection = bench.connect();
        Statement plain = raw.createStatement();
        Statement statement = connection.createStatement();
        ResultSet plainRows = plain.executeQuery("SELECT 1");
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      casts("connection", raw, connection, seen);
      casts("statement", plain, statement, seen);
      casts(
          "prepared",
          raw.prepareStatement("SELECT 1"),
          connection.prepareStatement("SELECT 1"),
          seen);
      casts("result", plainRows, rows, seen);
      casts("columns", plainRows.getMetaData(), rows.getMetaData(), seen);
      casts("metadata", raw.getMetaData(), connection.getMetaData(), seen);
      for (Class<?> type : new Class<?>[] {raw.getClass(), Connection.class, String.class, null}) {
        seen.see("wraps " + type, () -> connection.isWrapperFor(type));
        seen.see("unwrap " + type, () -> connection.unwrap(type));
        seen.see("statement wraps " + type, () -> statement.isWrapperFor(type));
        seen.see("statement unwrap " + type, () -> statement.unwrap(type));
      }
      seen.see("itself", () -> connection.unwrap(Connection.class) == connection);
    }
  }

  /** The agent marks the driver's classes by an interface of its own. */
  private static void casts(String what, Object raw, Object own, Transcript seen) {
    interfaces(raw.getClass())
        .filter(type -> !type.getName().startsWith("dev.lacuna.agent."))
        .distinct()
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .forEach(type -> seen.see(what + " is a " + type.getName(), () -> type.isInstance(own)));
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
    return Stream.concat(
            type.isInterface() ? Stream.of(type) : Stream.empty(),
            above.flatMap(ConnectionProbes::interfaces))
        .filter(each -> java.lang.reflect.Modifier.isPublic(each.getModifiers()));
  }

  private static void refused(Bench bench, Transcript seen) throws SQLException {
    seen.see("no such user", () -> bench.connect("user", "nobody", "password", "wrong"));
    seen.see("bad property", () -> bench.connect("socketTimeout", "soon"));
    seen.see("bad enum", () -> bench.connect("sslMode", "sometimes", "sslmode", "sometimes"));
  }

  private static void readOnly(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      connection.setReadOnly(true);
      seen.see("read-only", connection::isReadOnly);
      seen.see("write", () -> statement.executeUpdate("UPDATE item SET note = 'x'"));
      connection.setAutoCommit(false);
      seen.see("write in transaction", () -> statement.executeUpdate("UPDATE item SET note = 'x'"));
      seen.act("change in transaction", () -> connection.setReadOnly(false));
      connection.rollback();
      seen.act("back", () -> connection.setReadOnly(false));
      seen.see("write", () -> statement.executeUpdate("UPDATE item SET note = 'x'"));
      connection.rollback();
    }
  }
}
