package dev.lacuna.agent.explain;

import dev.lacuna.agent.observe.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;

/** Opens the agent's own connections, by the driver that the application uses. */
public final class Sessions {

  private static final String CONNECT_SECONDS = "5";
  private static final String SOCKET_SECONDS = "10";

  private Sessions() {}

  /**
   * A connection of the agent's own.
   *
   * @throws SQLException if there is none to be had
   */
  public static EngineSession open(Target target) throws SQLException {
    Connection connection = target.driver().connect(target.url(), properties(target));
    if (connection == null) {
      throw new SQLException("The driver does not take the URL any more");
    }
    try {
      return switch (target.kind()) {
        case POSTGRESQL -> PostgresSession.on(connection);
        case MYSQL, MARIADB -> MySqlSession.on(connection, isMariaDb(connection));
      };
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean isMariaDb(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version()")) {
      row.next();
      return row.getString(1).toLowerCase(Locale.ROOT).contains("mariadb");
    }
  }

  /** The application's own, but for what bounds the wait and names the agent. */
  private static Properties properties(Target target) {
    Properties properties = target.properties();
    switch (target.kind()) {
      case POSTGRESQL -> {
        properties.setProperty("ApplicationName", "lacuna-agent");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_SECONDS);
        properties.setProperty("prepareThreshold", "0");
      }
      case MYSQL, MARIADB -> {
        properties.setProperty("connectTimeout", CONNECT_SECONDS + "000");
        properties.setProperty("socketTimeout", SOCKET_SECONDS + "000");
        properties.setProperty("useServerPrepStmts", "false");
        properties.setProperty("allowMultiQueries", "false");
      }
    }
    return properties;
  }
}
