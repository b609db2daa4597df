package dev.lacuna.servers;

import dev.lacuna.engine.Engine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of a {@link TestServer}, and the two ways to it.
 *
 * <p>Run with {@code -Dit.plain=true}, the way through Lacuna is the plain one too. That is how the
 * tests themselves are tried: the twin must agree with itself, and the storm must be seen to fail.
 *
 * @param address what stands behind {@code jdbc:<engine>:} in its URL; it has a query
 */
public record TestDatabase(Engine engine, String name, String address) {

  /** Whether this run tries the tests instead of the driver. */
  public static final boolean PLAIN = Boolean.getBoolean("it.plain");

  /**
   * The URL of the plain driver. It has a query, so that options can be appended with {@code &}.
   */
  public String plainUrl() {
    return "jdbc:" + engine.urlName() + ":" + address;
  }

  /** The URL through Lacuna, with what is declared in the form of {@code lacuna.columns}. */
  public String lacunaUrl(String columns) {
    return lacunaUrl("lacuna.columns", columns);
  }

  /** The URL through Lacuna, with one of its options. */
  public String lacunaUrl(String option, String value) {
    return PLAIN
        ? plainUrl()
        : "jdbc:lacuna:" + engine.urlName() + ":" + address + "&" + option + "=" + encoded(value);
  }

  /** The TCP port of its server, on the loopback. */
  public int port() {
    int end = address.indexOf('/', 2);
    return Integer.parseInt(address.substring(address.lastIndexOf(':', end) + 1, end));
  }

  /** A connection that knows nothing of Lacuna. */
  public Connection plain() throws SQLException {
    return DriverManager.getConnection(plainUrl());
  }

  /** Runs a script, of one statement or several, over a connection that knows nothing of Lacuna. */
  public void run(String script) throws SQLException {
    String url = engine == Engine.POSTGRESQL ? plainUrl() : plainUrl() + "&allowMultiQueries=true";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
      // MySQL tells of an error in a later statement when its result is asked for.
      boolean more = true;
      while (more) {
        more = statement.getMoreResults() || statement.getUpdateCount() != -1;
      }
    }
  }

  /** The first column of the first row, over a connection that knows nothing of Lacuna. */
  public String read(String query) throws SQLException {
    try (Connection connection = plain();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new SQLException("No row: " + query);
      }
      return String.valueOf(rows.getString(1));
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
