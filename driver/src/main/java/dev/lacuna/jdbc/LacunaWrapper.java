package dev.lacuna.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * What all wrappers have in common. {@code equals} and {@code hashCode} are identity, whatever the
 * delegate's are: a pool or a statement cache that keys by the object must find it again.
 *
 * <p>A wrapper is as thread-safe as its delegate.
 */
public abstract class LacunaWrapper implements Wrapper {

  /** The driver's object. */
  protected abstract Wrapper delegate();

  /** The connection that this object came from, which is the way back for all that it makes. */
  abstract LacunaConnection origin();

  /**
   * For what only the driver's own methods return, {@code getActiveMySQLConnection} say. It may be
   * another connection than the delegate, to one of several servers behind a URL.
   */
  protected final @Nullable Connection adopt(@Nullable Connection connection) {
    return connection == null ? null : origin().wrapperOf(connection);
  }

  /** The driver's own array, which leads back. */
  protected final @Nullable Array adopt(@Nullable Array array) {
    if (array != null) {
      OwnArrays.leadBack(array, origin());
    }
    return array;
  }

  /** For a vendor's interface that is none of JDBC's: a JDBC object may stand behind it. */
  protected @Nullable Object adoptVendors(@Nullable Object value) {
    if (value instanceof Connection connection) {
      return adopt(connection);
    }
    return value instanceof Statement statement ? origin().adopt(statement) : value;
  }

  /** The wrapper itself if it is a {@code T}; else the delegate; else what the delegate unwraps. */
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isA(type, this)) {
      return type.cast(this);
    }
    Wrapper delegate = delegate();
    return isA(type, delegate) ? type.cast(delegate) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return isA(type, this) || isA(type, delegate()) || delegate().isWrapperFor(type);
  }

  /** Not of null, to which each driver has an answer of its own. */
  static boolean isA(@Nullable Class<?> type, Object object) {
    return type != null && type.isInstance(object);
  }

  /**
   * The driver's text: pgjdbc's statements show their SQL with its parameters, and people log it.
   */
  @Override
  public String toString() {
    return delegate().toString();
  }
}
