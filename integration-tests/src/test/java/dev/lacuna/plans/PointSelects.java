package dev.lacuna.plans;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The application whose costs are measured, in a JVM of its own. Each line on its standard input is
 * a command and a number.
 */
final class PointSelects {

  private static final long NANOS_IN_MILLI = 1_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PointSelects() {}

  public static void main(String[] args) throws IOException, SQLException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Connection connection = DriverManager.getConnection(args[0])) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        int blank = line.indexOf(' ');
        int number = Integer.parseInt(line.substring(blank + 1));
        System.out.println(
            switch (line.substring(0, blank)) {
              case "run" -> run(connection, number);
              case "texts" -> texts(connection, number);
              default -> throw new IllegalArgumentException(line);
            });
      }
    }
  }

  /**
   * Selects rows by their key for so many milliseconds; answers, in ns, with the CPU time of all
   * and with the time of each.
   */
  private static String run(Connection connection, int millis) throws SQLException {
    long[] times = new long[200_000];
    int count = 0;
    long cpu = THREADS.getCurrentThreadCpuTime();
    long end = System.nanoTime() + millis * NANOS_IN_MILLI;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT total FROM orders WHERE id = ?")) {
      for (long now = System.nanoTime(); now < end && count < times.length; count++) {
        statement.setInt(1, 1 + count % 1_000);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
        }
        long then = System.nanoTime();
        times[count] = then - now;
        now = then;
      }
    }
    long used = THREADS.getCurrentThreadCpuTime() - cpu;
    return Arrays.stream(times, 0, count)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" ", used + " ", ""));
  }

  /** Runs so many texts that no two are of one fingerprint; answers with the heap in use then. */
  private static long texts(Connection connection, int count) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < count; i++) {
        statement.execute(
            "SELECT total AS of_all_the_names_for_it_" + i + " FROM orders WHERE id = 1");
      }
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
