package dev.lacuna.contract;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reading values: every getter on every type, by index and by label. */
final class ReadingProbes {

  private static final String KINDS = "SELECT * FROM kinds ORDER BY id";

  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          byte[].class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class,
          Instant.class,
          Duration.class,
          java.sql.Date.class,
          java.sql.Time.class,
          java.sql.Timestamp.class,
          java.util.Date.class,
          UUID.class,
          java.sql.Array.class,
          java.sql.Blob.class,
          java.sql.Clob.class,
          Object.class,
          Thread.class);

  private ReadingProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("reading: every getter, every type", ReadingProbes::getters);
    all.put("reading: every getter, binary", ReadingProbes::binaryGetters);
    all.put("reading: classes", ReadingProbes::classes);
    all.put("reading: labels", ReadingProbes::labels);
    all.put("reading: misused", ReadingProbes::misused);
    all.put("reading: column metadata", ReadingProbes::columns);
    all.put("reading: every method", ReadingProbes::everyMethod);
  }

  private static void getters(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(KINDS)) {
      sweep(rows, seen);
    }
  }

  private static void binaryGetters(Bench bench, Transcript seen) throws Exception {
    String[] options = {
      "useServerPrepStmts", "true", "prepareThreshold", "-1", "tinyInt1isBit", "false"
    };
    try (Connection connection = bench.connect(options);
        var statement = connection.prepareStatement(KINDS);
        ResultSet rows = statement.executeQuery()) {
      sweep(rows, seen);
    }
  }

  private static void sweep(ResultSet rows, Transcript seen) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    while (rows.next()) {
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String label = columns.getColumnLabel(i);
        Sweep getters = Sweep.of(ResultSet.class).with(String.class, label).with(int.class, i);
        getters.only(ReadingProbes::readsColumn).on(rows, label, seen, rows::wasNull);
      }
    }
  }

  private static boolean readsColumn(Method method) {
    Class<?>[] types = method.getParameterTypes();
    return method.getName().startsWith("get")
        && types.length > 0
        && (types[0] == int.class || types[0] == String.class);
  }

  private static void classes(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(KINDS)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          int index = i;
          for (Class<?> type : CLASSES) {
            String what = columns.getColumnLabel(i) + " as " + type.getSimpleName();
            seen.see(what, () -> rows.getObject(index, type));
          }
        }
      }
    }
  }

  private static void labels(Bench bench, Transcript seen) throws Exception {
    String sql = "SELECT id AS a, name AS \"A\", id AS b, price, 7, note AS price FROM item";
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("\"A\"", "AA"))) {
      rows.next();
      for (String label :
          List.of("a", "A", "aa", "B", "PRICE", "item.price", "name", "", "7", "?column?")) {
        seen.see("find " + label, () -> rows.findColumn(label));
        seen.see("get " + label, () -> rows.getString(label));
      }
      seen.see("null", () -> rows.findColumn(null));
    }
  }

  private static void misused(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, name FROM item ORDER BY id")) {
      seen.see("before the first", () -> rows.getInt(1));
      seen.see("null before", rows::wasNull);
      rows.next();
      for (int index : new int[] {-1, 0, 3, Integer.MAX_VALUE}) {
        seen.see("index " + index, () -> rows.getString(index));
        seen.see("object " + index, () -> rows.getObject(index));
      }
      seen.see("text as a number", () -> rows.getInt(2));
      seen.see("type null", () -> rows.getObject(1, (Class<?>) null));
      while (rows.next()) {
        seen.see("row", rows::getRow);
      }
      seen.see("behind the last", () -> rows.getInt(1));
      seen.see("next", rows::next);
    }
  }

  private static void columns(Bench bench, Transcript seen) throws Exception {
    for (String sql :
        List.of(
            KINDS,
            "SELECT i.*, i.id + 1 AS sum, count(*) AS n FROM item i GROUP BY i.id",
            "SELECT 'x', NULL, 1.5")) {
      try (Connection connection = bench.connect();
          var statement = connection.prepareStatement(sql)) {
        describe(statement.getMetaData(), "prepared", seen);
        try (ResultSet rows = statement.executeQuery()) {
          describe(rows.getMetaData(), "result", seen);
        }
      }
    }
  }

  private static void describe(ResultSetMetaData columns, String what, Transcript seen)
      throws SQLException {
    if (columns == null) {
      seen.see(what, () -> null);
      return;
    }
    for (int i = 0; i <= columns.getColumnCount() + 1; i++) {
      Sweep.of(ResultSetMetaData.class).with(int.class, i).on(columns, what + " " + i, seen);
    }
  }

  private static void everyMethod(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, name FROM item ORDER BY id")) {
      rows.next();
      Sweep.of(ResultSet.class).on(rows, "result", seen);
    }
  }
}
