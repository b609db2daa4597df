package dev.lacuna.jdbc;

import java.lang.ref.WeakReference;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The wrappers of one connection's statements that the driver gives again after they were closed,
 * as Connector/J does with {@code cachePrepStmts} and {@code useServerPrepStmts}. An application
 * that still holds such a statement then gets the very object again, as it does without Lacuna.
 *
 * <p>Thread-safe. Holds neither the driver's statements nor the wrappers.
 */
final class ReusedStatements {

  private static final String CONNECTOR_J = "com.mysql.cj.jdbc.ServerPreparedStatement";

  /** By the driver's statement, whose equality is identity. */
  private final Map<PreparedStatement, WeakReference<LacunaPreparedStatement>> wrappers =
      new WeakHashMap<>();

  /** Whether the driver may give that statement again. */
  static boolean mayInclude(PreparedStatement statement) {
    return statement.getClass().getName().equals(CONNECTOR_J);
  }

  /** The wrapper that the statement has, or a new one. */
  synchronized LacunaPreparedStatement wrapperOf(
      PreparedStatement statement, Supplier<LacunaPreparedStatement> making) {
    LacunaPreparedStatement known = get(wrappers.get(statement));
    if (known != null) {
      return known;
    }
    LacunaPreparedStatement made = making.get();
    wrappers.put(statement, new WeakReference<>(made));
    return made;
  }

  private static @Nullable LacunaPreparedStatement get(
      @Nullable WeakReference<LacunaPreparedStatement> reference) {
    return reference == null ? null : reference.get();
  }
}
