package dev.lacuna.jdbc;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * The wrappers of one connection's servers. Behind a URL with several hosts, the driver's
 * connection leads to one connection a server ({@code getSourceConnection} of Connector/J's {@code
 * ReplicationConnection}, say), and each of them leads back.
 *
 * <p>Thread-safe. Holds no wrapper that the application does not hold.
 */
final class ServerConnections {

  /**
   * Few, and gone through one by one: a driver's proxy may answer for {@code equals} as it likes.
   */
  private final List<WeakReference<LacunaConnection>> wrappers = new ArrayList<>();

  /** Those that the wrapper of the driver's own connection leads to, that one first. */
  ServerConnections(LacunaConnection first) {
    wrappers.add(new WeakReference<>(first));
  }

  /**
   * The wrapper that a connection has, or a new one.
   *
   * @param origin the wrapper that was asked for the connection
   */
  synchronized LacunaConnection wrapperOf(Connection raw, LacunaConnection origin) {
    wrappers.removeIf(reference -> reference.get() == null);
    for (WeakReference<LacunaConnection> reference : wrappers) {
      LacunaConnection known = reference.get();
      if (known != null && known.delegate() == raw) {
        return known;
      }
    }
    LacunaConnection made = LacunaConnection.wrap(origin.session().another(raw), raw);
    made.joins(this);
    wrappers.add(new WeakReference<>(made));
    return made;
  }
}
