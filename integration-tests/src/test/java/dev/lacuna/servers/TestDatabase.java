package dev.lacuna.servers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of a {@link TestServer}, and the two ways to it.
 *
 * <p>Run with {@code -Dit.plain=true}, the way through Lacuna is the plain one too. That is how the
 * tests themselves are tried: the twin must agree with itself, and the storm must be seen to fail.
 */
public record TestDatabase(String name, int port) {

  /** Whether this run tries the tests instead of the driver. */
  public static final boolean PLAIN = Boolean.getBoolean("it.plain");

  /**
   * The URL of the plain driver. It has a query, so that options can be appended with {@code &}.
   */
  public String plainUrl() {
    return "jdbc:postgresql:" + rest();
  }

  /** The URL through Lacuna, with what is declared in the form of {@code lacuna.columns}. */
  public String lacunaUrl(String columns) {
    return lacunaUrl("lacuna.columns", columns);
  }

  /** The URL through Lacuna, with one of its options. */
  public String lacunaUrl(String option, String value) {
    return PLAIN
        ? plainUrl()
        : "jdbc:lacuna:postgresql:"
            + rest()
            + "&"
            + option
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A connection that knows nothing of Lacuna. */
  public Connection plain() throws SQLException {
    return DriverManager.getConnection(plainUrl());
  }

  /** Runs statements over a connection that knows nothing of Lacuna. */
  public void run(String sql) throws SQLException {
    try (Connection connection = plain();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String rest() {
    return "//localhost:" + port + "/" + name + "?user=postgres";
  }
}
