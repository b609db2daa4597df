package dev.lacuna.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Where the drivers' calls arrive, on the application's own threads. What it throws stays here: the
 * {@link Bridge} counts it and goes on.
 */
public interface Sink {

  /** The time of a statement that only was put into a batch. */
  long UNTIMED = -1;

  /** A driver gave a connection; {@code source} is its URL, or the driver's own configuration. */
  void connected(@Nullable Object driver, Object source, @Nullable Object info, Object connection);

  /** A connection gave a statement; {@code sql} is null for a plain one. */
  void created(Object connection, Object statement, @Nullable String sql);

  /** The schema or the catalog of a connection was set. */
  void changed(Object connection, String method, @Nullable String value);

  /** Whether the values that are bound to a statement are wanted. */
  boolean wants(Object statement);

  /** A value was bound; the first argument is the index. */
  void bound(Object statement, String method, String types, @Nullable Object[] arguments);

  /** A statement begins to run; {@code sql} is null for a prepared one. What it returns ends it. */
  @Nullable Object begin(Object statement, @Nullable String sql);

  /** The application's text, of an attempt of Lacuna's driver to run it. */
  String ownText(Object attempt);

  /** The text that is sent, of a translation of Lacuna's driver. */
  String sentText(Object translation);

  /** The statement has run, for so long, or {@link #UNTIMED}. */
  void end(Object statement, Object begun, long nanos, @Nullable Throwable thrown);
}
