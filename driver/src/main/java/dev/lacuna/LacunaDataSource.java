package dev.lacuna;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A data source around any other: its connections tolerate columns that the database lacks.
 *
 * <p>Around a pool, each connection that is taken from it knows nothing of the tables at first, and
 * asks. A pool around Lacuna keeps what its connections know; so where the pool takes a URL, give
 * it {@code jdbc:lacuna:…} instead.
 *
 * <p>As thread-safe as the data source inside; serialisable and referenceable if that is.
 */
public final class LacunaDataSource extends WrappingSource<DataSource> implements DataSource {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Around a data source, with the options of the system properties and the defaults.
   *
   * @param inner a data source of a database that Lacuna knows
   */
  public LacunaDataSource(DataSource inner) {
    this(inner, new Properties());
  }

  /**
   * Around a data source, with options.
   *
   * @param inner a data source of a database that Lacuna knows
   * @param properties options named {@code lacuna.*}; they take precedence over system properties.
   *     They are copied
   */
  public LacunaDataSource(DataSource inner, Properties properties) {
    super(inner, properties);
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.lacuna.config.ConfigurationException if an option or a declaration is wrong
   */
  @Override
  public Connection getConnection() throws SQLException {
    return wrapping().wrap(inner().getConnection(), inner()::getConnection);
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.lacuna.config.ConfigurationException if an option or a declaration is wrong
   */
  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return wrapping()
        .wrap(
            inner().getConnection(username, password),
            () -> inner().getConnection(username, password));
  }

  /** This object if it is a {@code T}; else the data source inside, or what that unwraps. */
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(inner()) ? type.cast(inner()) : inner().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(inner()) || inner().isWrapperFor(type);
  }
}
