package dev.lacuna;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

/**
 * The same as {@link LacunaDataSource} for distributed transactions. The {@code XAResource} of its
 * connections is the driver's own.
 *
 * <p>As thread-safe as the data source inside; serialisable and referenceable if that is.
 */
public final class LacunaXADataSource extends WrappingSource<XADataSource> implements XADataSource {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Around a data source, with the options of the system properties and the defaults.
   *
   * @param inner a data source of a database that Lacuna knows
   */
  public LacunaXADataSource(XADataSource inner) {
    this(inner, new Properties());
  }

  /**
   * Around a data source, with options.
   *
   * @param inner a data source of a database that Lacuna knows
   * @param properties options named {@code lacuna.*}; they take precedence over system properties.
   *     They are copied
   */
  public LacunaXADataSource(XADataSource inner, Properties properties) {
    super(inner, properties);
  }

  @Override
  public XAConnection getXAConnection() throws SQLException {
    return new WrappedXAConnection(inner().getXAConnection(), wrapping());
  }

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return new WrappedXAConnection(inner().getXAConnection(user, password), wrapping());
  }
}
