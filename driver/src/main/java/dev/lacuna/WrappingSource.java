package dev.lacuna;

import java.io.PrintWriter;
import java.io.Serial;
import java.io.Serializable;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import javax.naming.NamingException;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.sql.CommonDataSource;

/**
 * What the data sources of Lacuna have in common: the one inside, which answers all that is not
 * about connections.
 *
 * <p>Serialisable if the one inside is, and referenceable from JNDI if the one inside is.
 *
 * @param <D> the kind of data source
 */
abstract class WrappingSource<D extends CommonDataSource>
    implements CommonDataSource, Referenceable, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** Serialisable or not, as its class says. */
  @SuppressWarnings("serial")
  private final D inner;

  private final Wrapping wrapping;

  WrappingSource(D inner, Properties properties) {
    this.inner = Objects.requireNonNull(inner, "inner");
    this.wrapping = new Wrapping(properties);
  }

  final D inner() {
    return inner;
  }

  final Wrapping wrapping() {
    return wrapping;
  }

  /**
   * A reference from which {@link LacunaDataSourceFactory} makes an equal data source.
   *
   * @throws NamingException if the data source inside has no reference
   */
  @Override
  public final Reference getReference() throws NamingException {
    return LacunaDataSourceFactory.referenceTo(getClass(), inner, wrapping.options());
  }

  @Override
  public final PrintWriter getLogWriter() throws SQLException {
    return inner.getLogWriter();
  }

  @Override
  public final void setLogWriter(PrintWriter out) throws SQLException {
    inner.setLogWriter(out);
  }

  @Override
  public final void setLoginTimeout(int seconds) throws SQLException {
    inner.setLoginTimeout(seconds);
  }

  @Override
  public final int getLoginTimeout() throws SQLException {
    return inner.getLoginTimeout();
  }

  @Override
  public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return inner.getParentLogger();
  }

  @Override
  public final ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return inner.createShardingKeyBuilder();
  }
}
