package dev.lacuna.agent.observe;

import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one of the application's statements, and hangs on it. Used by the thread that
 * uses the statement.
 */
final class StatementState {

  /** A value longer than this is not kept. */
  private static final int MAX_VALUE = 64 << 10;

  private final ConnectionState connection;
  private final @Nullable Query query;
  private final String own;
  private final String sent;
  private final @Nullable Binding[] bindings;
  private boolean capturing;

  /** A plain statement, whose texts come when it runs. */
  StatementState(ConnectionState connection) {
    this(connection, null, "", "", 0);
  }

  StatementState(
      ConnectionState connection, @Nullable Query query, String own, String sent, int parameters) {
    this.connection = connection;
    this.query = query;
    this.own = own;
    this.sent = sent;
    this.bindings = new Binding[parameters];
    this.capturing = query != null && query.wantsSample();
  }

  ConnectionState connection() {
    return connection;
  }

  @Nullable Query query() {
    return query;
  }

  String own() {
    return own;
  }

  boolean isCapturing() {
    return capturing;
  }

  void bound(String method, String types, @Nullable Object[] arguments) {
    if (arguments[0] instanceof Integer index && index >= 1 && index <= bindings.length) {
      bindings[index - 1] =
          areKeepable(arguments) ? new Binding(method, types, copies(arguments)) : null;
    }
  }

  private static boolean areKeepable(@Nullable Object[] arguments) {
    for (Object argument : arguments) {
      if (!isKeepable(argument)) {
        return false;
      }
    }
    return true;
  }

  /** A stream can be read once, and that is the application's; a driver's object is tied to it. */
  private static boolean isKeepable(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return text.length() <= MAX_VALUE;
    }
    if (value instanceof byte[] bytes) {
      return bytes.length <= MAX_VALUE;
    }
    return !(value instanceof InputStream
        || value instanceof Reader
        || value instanceof java.sql.Blob
        || value instanceof java.sql.Clob
        || value instanceof java.sql.SQLXML);
  }

  private static List<@Nullable Object> copies(@Nullable Object[] arguments) {
    List<@Nullable Object> copies = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      copies.add(argument instanceof byte[] bytes ? bytes.clone() : argument);
    }
    return copies;
  }

  /** What to explain, if it is wanted and all values are known; if not, the next run may tell. */
  @Nullable Sample takeSample() {
    if (query == null || !query.wantsSample()) {
      capturing = false;
      return null;
    }
    List<Binding> all = new ArrayList<>();
    for (Binding binding : bindings) {
      if (binding == null) {
        capturing = true;
        return null;
      }
      all.add(binding);
    }
    query.sampled();
    capturing = false;
    return new Sample(sent, own, all, connection.settings());
  }
}
