package dev.lacuna;

import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;

/** A physical connection that takes part in distributed transactions. */
final class WrappedXAConnection extends WrappedPooledConnection implements XAConnection {

  private final XAConnection inner;

  WrappedXAConnection(XAConnection inner, Wrapping wrapping) {
    super(inner, wrapping);
    this.inner = inner;
  }

  /**
   * The driver's own: transaction managers compare it with others of the driver, and Lacuna's
   * answers do not depend on when a transaction ends.
   */
  @Override
  public XAResource getXAResource() throws SQLException {
    return inner.getXAResource();
  }
}
