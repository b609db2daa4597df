package dev.lacuna;

import dev.lacuna.config.LacunaUrl;
import dev.lacuna.config.Options;
import dev.lacuna.engine.Engine;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source around any other: its connections tolerate columns that the database lacks.
 *
 * <p>Around a pool, each connection that is taken from it knows nothing of the tables at first, and
 * asks. A pool around Lacuna keeps what its connections know; so where the pool takes a URL, give
 * it {@code jdbc:lacuna:…} instead.
 *
 * <p>As thread-safe as the data source inside.
 */
public final class LacunaDataSource implements DataSource {

  private final DataSource inner;
  private final Properties properties;

  /**
   * Around a data source, with the options of the system properties and the defaults.
   *
   * @param inner a data source of PostgreSQL
   */
  public LacunaDataSource(DataSource inner) {
    this(inner, new Properties());
  }

  /**
   * Around a data source, with options.
   *
   * @param inner a data source of PostgreSQL
   * @param properties options named {@code lacuna.*}; they take precedence over system properties.
   *     They are copied
   */
  public LacunaDataSource(DataSource inner, Properties properties) {
    this.inner = Objects.requireNonNull(inner, "inner");
    this.properties = new Properties();
    for (String name : properties.stringPropertyNames()) {
      this.properties.setProperty(name, properties.getProperty(name));
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.lacuna.config.ConfigurationException if an option or a declaration is wrong
   */
  @Override
  public Connection getConnection() throws SQLException {
    return wrap(inner.getConnection());
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.lacuna.config.ConfigurationException if an option or a declaration is wrong
   */
  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return wrap(inner.getConnection(username, password));
  }

  private Connection wrap(Connection connection) throws SQLException {
    try {
      String url = connection.getMetaData().getURL();
      Options options = Options.of(Map.of(), properties, System.getProperties());
      return Domain.of(url, engine(url), options).wrap(connection);
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

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return inner.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    inner.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    inner.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return inner.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return inner.getParentLogger();
  }

  /** This object if it is a {@code T}; else the data source inside, or what that unwraps. */
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(inner) ? type.cast(inner) : inner.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(inner) || inner.isWrapperFor(type);
  }
}
