package dev.lacuna.contract;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.Map;

/** CallableStatement: functions, OUT and INOUT parameters, results and cursors of calls. */
final class CallProbes {

  private CallProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("call: function", CallProbes::function);
    all.put("call: OUT and INOUT", CallProbes::outParameters);
    all.put("call: every getter", CallProbes::getters);
    all.put("call: every setter by name", CallProbes::setters);
    all.put("call: procedure", CallProbes::procedure);
    all.put("call: results and cursors", CallProbes::results);
    all.put("call: misused", CallProbes::misused);
  }

  private static void function(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        CallableStatement call = connection.prepareCall("{? = call twice(?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      for (int i = 0; i < 7; i++) {
        call.setInt(2, i);
        seen.see("execute", call::execute);
        seen.see("int", () -> call.getInt(1));
        seen.see("object", () -> call.getObject(1));
        seen.see("null", call::wasNull);
        seen.see("count", call::getUpdateCount);
      }
      call.setNull(2, Types.INTEGER);
      seen.see("of null", call::execute);
      seen.see("int", () -> call.getInt(1));
      seen.see("null", call::wasNull);
      seen.see("as text", () -> call.getString(1));
      seen.see("as a number", () -> call.getObject(1, Long.class));
      seen.see("metadata", call::getParameterMetaData);
    }
  }

  private static void outParameters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        CallableStatement call = connection.prepareCall("{call split(?, ?, ?)}")) {
      call.setInt(1, 41);
      call.setString(3, "word");
      seen.act("register", () -> call.registerOutParameter(1, JDBCType.INTEGER));
      call.registerOutParameter(1, Types.INTEGER);
      call.registerOutParameter(2, Types.VARCHAR);
      seen.see("execute", call::execute);
      seen.see("inout", () -> call.getInt(1));
      seen.see("out", () -> call.getString(2));
      seen.see("in", () -> call.getString(3));
      seen.see("by name", () -> call.getString("b"));
      seen.act("set by name", () -> call.setString("c", "other"));
      seen.see("again", call::executeUpdate);
      seen.see("out", () -> call.getObject(2));
    }
  }

  private static void getters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        CallableStatement call = connection.prepareCall("{? = call twice(?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, 21);
      Sweep getters = Sweep.of(CallableStatement.class).only(CallProbes::getsValue);
      getters.on(call, "before", seen);
      call.execute();
      getters.on(call, "after", seen);
    }
  }

  private static boolean getsValue(java.lang.reflect.Method method) {
    return method.getDeclaringClass() == CallableStatement.class
        && method.getName().startsWith("get");
  }

  private static void setters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        CallableStatement call = connection.prepareCall("{call split(?, ?, ?)}")) {
      Sweep.of(CallableStatement.class)
          .only(method -> method.getDeclaringClass() == CallableStatement.class)
          .only(method -> !method.getName().startsWith("get"))
          .with(String.class, "c")
          .on(call, "call", seen);
    }
  }

  private static void procedure(Bench bench, Transcript seen) throws Exception {
    String text = bench.onPostgresql() ? "call put(?, ?)" : "{call put(?, ?)}";
    try (Connection connection = bench.connect();
        CallableStatement call = connection.prepareCall(text)) {
      call.setString(1, "by procedure");
      call.setInt(2, 0);
      call.registerOutParameter(2, Types.INTEGER);
      seen.see("execute", call::execute);
      seen.see("found", () -> call.getInt(2));
      seen.see("twice", call::execute);
      call.setString(1, "batched");
      seen.act("batch", call::addBatch);
      seen.see("counts", call::executeBatch);
    }
  }

  private static void results(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      connection.setAutoCommit(false);
      if (bench.onPostgresql()) {
        cursor(connection, seen);
      }
      try (CallableStatement call = connection.prepareCall("{call items()}")) {
        seen.see("execute", call::execute);
        for (int i = 0; i < 3; i++) {
          ResultSet rows = call.getResultSet();
          seen.see("rows", () -> StatementProbes.rows(rows));
          seen.see("leads back", () -> rows == null ? "none" : rows.getStatement() == call);
          seen.see("more", call::getMoreResults);
          seen.see("count", call::getUpdateCount);
        }
      }
      connection.commit();
    }
  }

  private static void cursor(Connection connection, Transcript seen) throws Exception {
    try (CallableStatement call = connection.prepareCall("{? = call items()}")) {
      call.registerOutParameter(1, Types.REF_CURSOR);
      seen.see("execute", call::execute);
      ResultSet cursor = (ResultSet) call.getObject(1);
      seen.see("rows", () -> Rendering.rows(cursor));
      seen.see("as a result set", () -> call.getObject(1, ResultSet.class));
      seen.see("leads back", () -> cursor.getStatement().getConnection() == connection);
      cursor.close();
      seen.see("closed", cursor::isClosed);
    }
  }

  private static void misused(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      seen.see("no such", () -> connection.prepareCall("{call nosuch(?)}").execute());
      seen.see("garbage", () -> connection.prepareCall("{call }").execute());
      try (CallableStatement call = connection.prepareCall("{? = call twice(?)}")) {
        call.setInt(2, 1);
        seen.see("not registered", call::execute);
        seen.see("read", () -> call.getInt(1));
        seen.act("index", () -> call.registerOutParameter(9, Types.INTEGER));
        call.registerOutParameter(1, Types.VARCHAR);
        seen.see("wrong type", call::execute);
        seen.see("read", () -> call.getString(1));
        seen.see("query", () -> Rendering.rows(call.executeQuery()));
      }
    }
  }
}
