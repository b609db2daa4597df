package dev.lacuna.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Result sets in all their modes: types, concurrencies, holdabilities, fetch sizes. */
final class CursorProbes {

  private static final List<Integer> TYPES =
      List.of(
          ResultSet.TYPE_FORWARD_ONLY,
          ResultSet.TYPE_SCROLL_INSENSITIVE,
          ResultSet.TYPE_SCROLL_SENSITIVE);

  private CursorProbes() {}

  static void addTo(Map<String, Probe> all) {
    all.put("cursor: moves in every mode", CursorProbes::modes);
    all.put("cursor: read in portions", CursorProbes::portions);
    all.put("cursor: streamed", CursorProbes::streamed);
    all.put("cursor: over the end of a transaction", CursorProbes::held);
    all.put("cursor: empty", CursorProbes::empty);
    all.put("cursor: two at once", CursorProbes::two);
  }

  private static void modes(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect()) {
      for (int type : TYPES) {
        for (int concurrency : new int[] {ResultSet.CONCUR_READ_ONLY, ResultSet.CONCUR_UPDATABLE}) {
          String mode = type + "/" + concurrency + ": ";
          try (Statement statement = connection.createStatement(type, concurrency);
              ResultSet rows = statement.executeQuery("SELECT id, name FROM item ORDER BY id")) {
            seen.see(mode + "type", rows::getType);
            seen.see(mode + "concurrency", rows::getConcurrency);
            moves(rows, mode, seen);
          }
        }
      }
      seen.see("odd", () -> connection.createStatement(1, 2, 3));
      seen.see("odd", () -> connection.prepareStatement("SELECT 1", 1, 2));
    }
  }

  private static void moves(ResultSet rows, String mode, Transcript seen) throws SQLException {
    move(mode + "next", rows::next, rows, seen);
    move(mode + "last", rows::last, rows, seen);
    move(mode + "previous", rows::previous, rows, seen);
    move(mode + "first", rows::first, rows, seen);
    for (int row : new int[] {2, -1, 0, 99, -99}) {
      move(mode + "absolute " + row, () -> rows.absolute(row), rows, seen);
      move(mode + "relative " + row, () -> rows.relative(row), rows, seen);
    }
    seen.act(mode + "before first", rows::beforeFirst);
    move(mode + "next", rows::next, rows, seen);
    seen.act(mode + "after last", rows::afterLast);
    move(mode + "next", rows::next, rows, seen);
    seen.act(mode + "refresh", rows::refreshRow);
    seen.act(mode + "direction", () -> rows.setFetchDirection(ResultSet.FETCH_REVERSE));
    seen.see(mode + "direction", rows::getFetchDirection);
  }

  private static void move(String what, Transcript.Step step, ResultSet rows, Transcript seen) {
    seen.see(what, step);
    seen.see("  row", rows::getRow);
    seen.see("  first", rows::isFirst);
    seen.see("  last", rows::isLast);
    seen.see("  before", rows::isBeforeFirst);
    seen.see("  after", rows::isAfterLast);
    seen.see("  id", () -> rows.getInt(1));
  }

  private static void portions(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect("useCursorFetch", "true");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(7);
      try (ResultSet rows = statement.executeQuery("SELECT n, t FROM big ORDER BY n")) {
        seen.see("fetch size", rows::getFetchSize);
        seen.act("fetch size", () -> rows.setFetchSize(100));
        seen.act("cursor's name", rows::getCursorName);
        seen.see("rows", () -> Rendering.rows(rows));
      }
      connection.rollback();
    }
  }

  private static void streamed(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement()) {
      seen.act("streaming", () -> statement.setFetchSize(Integer.MIN_VALUE));
      try (ResultSet rows = statement.executeQuery("SELECT n, t FROM big ORDER BY n")) {
        seen.see("first", rows::next);
        seen.see("last", rows::isLast);
        seen.see("meanwhile", () -> connection.createStatement().executeQuery("SELECT 1"));
        seen.see("rows", () -> Rendering.rows(rows));
      }
      seen.see("after", () -> Rendering.rows(statement.executeQuery("SELECT 2")));
    }
  }

  private static void held(Bench bench, Transcript seen) throws Exception {
    for (int hold :
        new int[] {ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT}) {
      try (Connection connection = bench.connect();
          Statement statement =
              connection.createStatement(
                  ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, hold)) {
        connection.setAutoCommit(false);
        statement.setFetchSize(2);
        ResultSet rows = statement.executeQuery("SELECT n FROM big ORDER BY n");
        rows.next();
        seen.see("holdability", rows::getHoldability);
        connection.commit();
        seen.see("closed", rows::isClosed);
        seen.see("next", rows::next);
        seen.see("next", rows::next);
        seen.see("value", () -> rows.getInt(1));
      }
    }
  }

  private static void empty(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement statement = connection.createStatement(1004, 1007);
        ResultSet rows = statement.executeQuery("SELECT id FROM other")) {
      moves(rows, "", seen);
    }
  }

  private static void two(Bench bench, Transcript seen) throws Exception {
    try (Connection connection = bench.connect();
        Statement one = connection.createStatement();
        Statement two = connection.createStatement()) {
      ResultSet first = one.executeQuery("SELECT id FROM item ORDER BY id");
      ResultSet second = two.executeQuery("SELECT name FROM item ORDER BY id");
      while (first.next() && second.next()) {
        seen.see("first", () -> first.getInt(1));
        seen.see("second", () -> second.getString(1));
      }
      ResultSet again = one.executeQuery("SELECT 1");
      seen.see("replaced", first::isClosed);
      seen.see("read replaced", first::next);
      seen.see("same", () -> one.getResultSet() == again);
      two.close();
      seen.see("with its statement", second::isClosed);
    }
  }
}
