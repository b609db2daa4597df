package dev.lacuna.benchmarks.wrapper;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What an application does with a connection. */
final class Work {

  private Work() {}

  /**
   * Waits until the JVM has compiled what setting up has left in its queues. A benchmark that
   * begins before that is compiled without a profile now and then, and stays slow in that fork,
   * whoever is measured.
   */
  static void settle() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long before = -1;
    for (long now = compiler.getTotalCompilationTime();
        now != before;
        now = compiler.getTotalCompilationTime()) {
      before = now;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }
  }

  /** Prepares, binds, executes, and reads ten rows of five columns by index. */
  static long byIndex(Connection connection, String sql) throws SQLException {
    long sum = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 7);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sum +=
              rows.getLong(1)
                  + rows.getString(2).length()
                  + rows.getString(3).length()
                  + rows.getInt(4)
                  + (long) rows.getDouble(5);
        }
      }
    }
    return sum;
  }

  /** The same by label. */
  static long byLabel(Connection connection, String sql) throws SQLException {
    long sum = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 7);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sum +=
              rows.getLong("id")
                  + rows.getString("name").length()
                  + rows.getString("city").length()
                  + rows.getInt("age")
                  + (long) rows.getDouble("balance");
        }
      }
    }
    return sum;
  }

  /** A statement without parameters; its rows are not read. */
  static boolean plain(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  /** Prepares, binds two values and writes. */
  static int write(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 7);
      statement.setString(2, "Zoe");
      return statement.executeUpdate();
    }
  }

  /** A batch of a hundred rows of three values. */
  static int batch(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < 100; i++) {
        statement.setLong(1, i);
        statement.setString(2, "name");
        statement.setString(3, "city");
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }
}
