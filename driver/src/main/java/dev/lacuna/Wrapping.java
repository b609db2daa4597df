package dev.lacuna;

import dev.lacuna.config.LacunaUrl;
import dev.lacuna.config.Options;
import dev.lacuna.ddl.Gate;
import dev.lacuna.engine.Engine;
import java.io.Serial;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The options of a data source, and what it does with the connections that it gets.
 *
 * <p>Safe for use by several threads.
 */
final class Wrapping implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> options = new TreeMap<>();

  /**
   * @param properties options named {@code lacuna.*}; copied
   */
  Wrapping(Properties properties) {
    for (String name : properties.stringPropertyNames()) {
      options.put(name, properties.getProperty(name));
    }
  }

  /** As they were given. */
  Map<String, String> options() {
    return options;
  }

  /** Wraps a connection of the real driver, or of a pool; closes it if that fails. */
  Connection wrap(Connection connection, Gate.Opener opener) throws SQLException {
    try {
      String url = connection.getMetaData().getURL();
      Properties properties = new Properties();
      properties.putAll(options);
      Options effective = Options.of(Map.of(), properties, System.getProperties());
      return Domain.of(url, engine(url), effective).wrap(connection, opener);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static Engine engine(String url) throws SQLException {
    String lacuna = url.startsWith("jdbc:") ? "jdbc:lacuna:" + url.substring(5) : url;
    return LacunaUrl.parse(lacuna)
        .map(parsed -> Engine.named(parsed.engineName()))
        .orElseThrow(
            () ->
                new SQLFeatureNotSupportedException(
                    "Lacuna does not know the database of this data source", "0A000"));
  }
}
