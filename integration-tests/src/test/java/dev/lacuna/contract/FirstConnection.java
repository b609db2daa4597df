package dev.lacuna.contract;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A program that connects, asks one question, and prints how many microseconds that took, and how
 * many of processor time the JVM has used since it began.
 */
final class FirstConnection {

  private FirstConnection() {}

  /**
   * Runs it.
   *
   * @param arguments a URL, and a query
   */
  public static void main(String[] arguments) throws SQLException {
    long start = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      rows.next();
    }
    long wall = System.nanoTime() - start;
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(wall / 1_000 + " " + system.getProcessCpuTime() / 1_000);
  }
}
