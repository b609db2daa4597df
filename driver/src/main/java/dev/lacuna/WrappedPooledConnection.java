package dev.lacuna;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEvent;
import javax.sql.StatementEventListener;

/**
 * A physical connection whose handles are wrapped, and whose events name this object, by which
 * pools find it again. The statement in a statement event is the driver's own.
 *
 * <p>As thread-safe as the driver's.
 */
class WrappedPooledConnection implements PooledConnection {

  private final PooledConnection inner;
  private final Wrapping wrapping;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<StatementEventListener, StatementEventListener> statementListeners =
      new ConcurrentHashMap<>();

  WrappedPooledConnection(PooledConnection inner, Wrapping wrapping) {
    this.inner = inner;
    this.wrapping = wrapping;
    inner.addConnectionEventListener(new Relay());
  }

  /** A new handle; the one before is closed, as the driver does it. */
  @Override
  public final Connection getConnection() throws SQLException {
    return wrapping.wrap(
        inner.getConnection(),
        () -> {
          throw new SQLException("A pooled connection leads to no other one", "08003");
        });
  }

  @Override
  public final void close() throws SQLException {
    inner.close();
  }

  @Override
  public final void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public final void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public final void addStatementEventListener(StatementEventListener listener) {
    inner.addStatementEventListener(statementListeners.computeIfAbsent(listener, this::relay));
  }

  @Override
  public final void removeStatementEventListener(StatementEventListener listener) {
    StatementEventListener relay = statementListeners.remove(listener);
    if (relay != null) {
      inner.removeStatementEventListener(relay);
    }
  }

  private StatementEventListener relay(StatementEventListener listener) {
    return new StatementEventListener() {
      @Override
      public void statementClosed(StatementEvent event) {
        listener.statementClosed(own(event));
      }

      @Override
      public void statementErrorOccurred(StatementEvent event) {
        listener.statementErrorOccurred(own(event));
      }
    };
  }

  private StatementEvent own(StatementEvent event) {
    return new StatementEvent(this, event.getStatement(), event.getSQLException());
  }

  /** Tells the application's listeners what the driver's connection tells. */
  private final class Relay implements ConnectionEventListener {

    @Override
    public void connectionClosed(ConnectionEvent event) {
      ConnectionEvent own = own(event);
      listeners.forEach(listener -> listener.connectionClosed(own));
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      ConnectionEvent own = own(event);
      listeners.forEach(listener -> listener.connectionErrorOccurred(own));
    }

    private ConnectionEvent own(ConnectionEvent event) {
      return new ConnectionEvent(WrappedPooledConnection.this, event.getSQLException());
    }
  }
}
