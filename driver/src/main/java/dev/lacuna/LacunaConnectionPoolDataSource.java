package dev.lacuna;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/**
 * The same as {@link LacunaDataSource} for application servers that pool by themselves.
 *
 * <p>As thread-safe as the data source inside; serialisable and referenceable if that is.
 */
public final class LacunaConnectionPoolDataSource extends WrappingSource<ConnectionPoolDataSource>
    implements ConnectionPoolDataSource {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Around a data source, with the options of the system properties and the defaults.
   *
   * @param inner a data source of a database that Lacuna knows
   */
  public LacunaConnectionPoolDataSource(ConnectionPoolDataSource inner) {
    this(inner, new Properties());
  }

  /**
   * Around a data source, with options.
   *
   * @param inner a data source of a database that Lacuna knows
   * @param properties options named {@code lacuna.*}; they take precedence over system properties.
   *     They are copied
   */
  public LacunaConnectionPoolDataSource(ConnectionPoolDataSource inner, Properties properties) {
    super(inner, properties);
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return new WrappedPooledConnection(inner().getPooledConnection(), wrapping());
  }

  @Override
  public PooledConnection getPooledConnection(String user, String password) throws SQLException {
    return new WrappedPooledConnection(inner().getPooledConnection(user, password), wrapping());
  }
}
