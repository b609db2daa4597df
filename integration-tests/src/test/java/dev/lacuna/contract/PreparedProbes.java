package dev.lacuna.contract;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Map;

/** PreparedStatement: all setters, re-use, keys, metadata, what goes wrong. */
final class PreparedProbes {

  private static final String UPDATE = "UPDATE item SET price = ?, note = ? WHERE id = ?";

  private PreparedProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("prepared: every setter", PreparedProbes::setters);
    all.put("prepared: every setter, by the server", PreparedProbes::serverSetters);
    all.put("prepared: every getter", PreparedProbes::getters);
    all.put("prepared: every way to run", PreparedProbes::runs);
    all.put("prepared: used again", PreparedProbes::again);
    all.put("prepared: generated keys", PreparedProbes::keys);
    all.put("prepared: parameter metadata", PreparedProbes::parameters);
    all.put("prepared: misused", PreparedProbes::misused);
    all.put("prepared: its text", PreparedProbes::text);
    all.put("prepared: streams", PreparedProbes::streams);
  }

  private static void setters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      sweep(connection, seen);
    }
  }

  private static void serverSetters(Bench bench, Transcript seen) throws Exception {
    String[] options = {
      "useServerPrepStmts", "true", "prepareThreshold", "-1", "cachePrepStmts", "true"
    };
    try (Connection connection = bench.connect(options)) {
      sweep(connection, seen);
    }
  }

  /** Each setter for a parameter of each type, and what the statement then answers. */
  private static void sweep(Connection connection, Transcript seen) throws Exception {
    for (String type : List.of("char(20)", "decimal(10,2)", "date")) {
      String sql = "SELECT CAST(? AS " + type + ") AS answer";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        Sweep.of(PreparedStatement.class)
            .only(method -> method.getName().startsWith("set") && takesIndex(method))
            .on(statement, type, seen, () -> Rendering.rows(statement.executeQuery()));
      }
    }
  }

  private static boolean takesIndex(java.lang.reflect.Method method) {
    Class<?>[] types = method.getParameterTypes();
    return types.length > 1 && types[0] == int.class;
  }

  private static void getters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement statement = connection.prepareStatement("SELECT id, name FROM item")) {
      Sweep getters = Sweep.of(PreparedStatement.class).only("get").without("getParameterMetaData");
      getters.on(statement, "before", seen);
      statement.execute();
      getters.on(statement, "after", seen);
    }
  }

  private static void runs(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      for (String sql :
          List.of(
              "SELECT name FROM item WHERE id = ?",
              "UPDATE item SET note = 'n' WHERE id = ?",
              "DELETE FROM item WHERE id = ?",
              "INSERT INTO other (id) VALUES (?)",
              "SELECT nosuch FROM item WHERE id = ?",
              "SELEC ?")) {
        runs(connection, sql, seen);
      }
    }
  }

  private static void runs(Connection connection, String sql, Transcript seen) throws Exception {
    PreparedStatement statement;
    try {
      statement = connection.prepareStatement(sql);
    } catch (java.sql.SQLException e) {
      seen.warnings("not prepared: " + sql, e);
      return;
    }
    statement.setInt(1, 1);
    seen.see(sql, statement::execute);
    seen.see("result", () -> StatementProbes.rows(statement.getResultSet()));
    seen.see("count", statement::getUpdateCount);
    seen.see("more", statement::getMoreResults);
    seen.see("count", statement::getUpdateCount);
    statement.setInt(1, 2);
    seen.see("query", () -> Rendering.rows(statement.executeQuery()));
    statement.setInt(1, 3);
    seen.see("update", statement::executeUpdate);
    statement.setInt(1, 4);
    seen.see("large update", statement::executeLargeUpdate);
    statement.close();
  }

  /** Often enough for the drivers to prepare on the server, and with other types. */
  private static void again(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      for (int i = 0; i < 12; i++) {
        statement.setBigDecimal(1, BigDecimal.valueOf(i));
        statement.setObject(2, i % 3 == 0 ? null : "text " + i);
        statement.setInt(3, i % 4);
        seen.see("run " + i, statement::executeUpdate);
      }
      statement.setObject(1, 7.25d);
      statement.setNull(2, Types.VARCHAR);
      statement.setObject(3, "1", Types.INTEGER);
      seen.see("other types", statement::executeUpdate);
      statement.setString(1, "not a number");
      seen.see("wrong type", statement::executeUpdate);
      statement.clearParameters();
      seen.see("cleared", statement::executeUpdate);
    }
  }

  private static void keys(Bench bench, Transcript seen) throws Exception {
    String insert = "INSERT INTO item (name) VALUES (?)";
    try (Connection connection = bench.connect()) {
      List<PreparedStatement> ways =
          List.of(
              connection.prepareStatement(insert),
              connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS),
              connection.prepareStatement(insert, Statement.NO_GENERATED_KEYS),
              connection.prepareStatement(insert, new String[] {"ID", "name", "price"}),
              connection.prepareStatement(insert, new String[] {}));
      for (int i = 0; i < ways.size(); i++) {
        PreparedStatement way = ways.get(i);
        way.setString(1, "key" + i);
        seen.see("insert", way::executeUpdate);
        seen.see("keys", () -> Rendering.rows(way.getGeneratedKeys()));
        seen.see("their statement", () -> way.getGeneratedKeys().getStatement() == way);
      }
      seen.see("by index", () -> connection.prepareStatement(insert, new int[] {1}));
      seen.see("wrong flag", () -> connection.prepareStatement(insert, 17));
    }
  }

  private static void parameters(Bench bench, Transcript seen) throws Exception {
    for (String server : List.of("false", "true")) {
      try (Connection connection = bench.connect("useServerPrepStmts", server);
          PreparedStatement statement = connection.prepareStatement(UPDATE)) {
        var parameters = statement.getParameterMetaData();
        for (int i = 0; i <= 4; i++) {
          Sweep.of(java.sql.ParameterMetaData.class)
              .with(int.class, i)
              .on(parameters, "parameter " + i, seen);
        }
        seen.see("result", statement::getMetaData);
      }
    }
  }

  private static void misused(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      seen.see("nothing bound", statement::executeUpdate);
      statement.setInt(1, 1);
      seen.see("one bound", statement::executeUpdate);
      for (int index : new int[] {-1, 0, 4}) {
        seen.act("index " + index, () -> statement.setInt(index, 1));
        seen.act("index " + index, () -> statement.setObject(index, null));
      }
      seen.act("an unknown object", () -> statement.setObject(2, new Thread("x")));
      seen.act("an unknown type", () -> statement.setObject(2, "x", 4711));
      seen.act("not a number", () -> statement.setObject(1, "x", Types.INTEGER));
      seen.see("no text", () -> connection.prepareStatement(null));
      seen.see("empty text", () -> connection.prepareStatement("").execute());
    }
  }

  private static void text(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      seen.see("unbound", statement::toString);
      statement.setInt(1, 1);
      statement.setString(2, "it's");
      statement.setTimestamp(3, Timestamp.valueOf("2026-01-01 00:00:00"));
      seen.see("bound", statement::toString);
    }
  }

  private static void streams(Bench bench, Transcript seen) throws Exception {
    byte[] bytes = "stream".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (Connection connection = bench.connect();
        PreparedStatement statement =
            connection.prepareStatement("UPDATE item SET note = ? WHERE id = 1")) {
      statement.setCharacterStream(1, new StringReader("reader"));
      seen.see("reader", statement::executeUpdate);
      statement.setCharacterStream(1, new StringReader("too short"), 100);
      seen.see("too short", statement::executeUpdate);
      statement.setAsciiStream(1, new ByteArrayInputStream(bytes), 3);
      seen.see("part", statement::executeUpdate);
      seen.see("read to the end, run again", statement::executeUpdate);
      seen.act("negative", () -> statement.setCharacterStream(1, new StringReader("x"), -5));
      try (var rows = connection.createStatement().executeQuery("SELECT note FROM item")) {
        seen.see("rows", () -> Rendering.rows(rows));
      }
    }
  }
}
