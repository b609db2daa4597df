package dev.lacuna.verdicts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;

/** The tables that DDL is tried on, on PostgreSQL: those of {@code postgresql.sql}. */
final class PostgresTables {

  private PostgresTables() {}

  /** Makes all of them anew, as far as the version knows what they have. */
  static void reset(String url, int major) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      statement.execute(script(major));
    }
  }

  private static String script(int major) throws IOException {
    try (InputStream in = PostgresTables.class.getResourceAsStream("postgresql.sql")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> sinceThen(line, major)).collect(Collectors.joining("\n"));
    }
  }

  private static String sinceThen(String line, int major) {
    if (!line.startsWith("--since ")) {
      return line;
    }
    String[] parts = line.substring("--since ".length()).split(" ", 2);
    return Integer.parseInt(parts[0]) <= major ? parts[1] : "";
  }
}
