package dev.lacuna.contract;

import dev.lacuna.LacunaDriver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A server with one driver for it.
 *
 * @param url the plain driver's
 * @param login what {@link Driver#connect} takes beside it
 * @param driver the plain driver; its class loader may be one that Lacuna's does not see
 */
record Server(Engine engine, String url, Properties login, Driver driver) {

  private static final Pattern BLANK_LINES = Pattern.compile("\\n\\n+");

  /** A connection in a way, with properties besides the login: names and values in turn. */
  Connection connect(Way way, String... properties) throws SQLException {
    Properties info = new Properties();
    info.putAll(login);
    for (int i = 0; i < properties.length; i += 2) {
      info.setProperty(properties[i], properties[i + 1]);
    }
    if (way == Way.RAW) {
      return Objects.requireNonNull(driver.connect(url, info));
    }
    info.setProperty("lacuna.columns", way.columns());
    return throughLacuna(info);
  }

  /** Lacuna looks for the driver in the context class loader first. */
  private Connection throughLacuna(Properties info) throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(driver.getClass().getClassLoader());
    try {
      String lacunaUrl = "jdbc:lacuna:" + url.substring("jdbc:".length());
      return Objects.requireNonNull(new LacunaDriver().connect(lacunaUrl, info));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Makes the suite's tables anew. */
  void reset() throws SQLException {
    try (Connection connection = connect(Way.RAW);
        Statement statement = connection.createStatement()) {
      for (String sql : BLANK_LINES.splitAsStream(text(engine.script())).toList()) {
        statement.execute(sql);
      }
    }
  }

  private static String text(String resource) {
    try (InputStream stream = Server.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
