package org.postgresql.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.jdbc.PgConnection;

/**
 * The way to the server that the suite's tests take: {@code raw}, through {@code lacuna}, or through
 * Lacuna with a column {@code declared}, of a table that no test has.
 */
public final class Way {

  private static final String WAY = System.getProperty("conformance.way");

  static {
    if (WAY.equals("declared")) {
      System.setProperty("lacuna.columns", "lacuna_absent.x text");
    }
  }

  private Way() {}

  public static Connection getConnection(String url, Properties info) throws SQLException {
    return DriverManager.getConnection(url(url), info);
  }

  public static Connection getConnection(String url, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(url(url), user, password);
  }

  public static Connection getConnection(String url) throws SQLException {
    return DriverManager.getConnection(url(url));
  }

  private static String url(String url) {
    return !WAY.equals("raw") && url.startsWith("jdbc:postgresql:")
        ? "jdbc:lacuna:" + url.substring("jdbc:".length())
        : url;
  }

  /** For the suite's helpers, which ask the connection's class for the server's version. */
  public static boolean isPgConnection(Connection connection) {
    try {
      return connection.isWrapperFor(PgConnection.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The driver's own connection. */
  public static PgConnection pgConnection(Connection connection) {
    try {
      return connection.unwrap(PgConnection.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
