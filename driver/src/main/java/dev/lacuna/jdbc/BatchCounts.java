package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.util.Optional;

/** Whether a driver tells of each entry of a batch that failed what has become of it. */
final class BatchCounts {

  private BatchCounts() {}

  /**
   * Whether the counts of a {@link java.sql.BatchUpdateException} are those of the entries.
   *
   * <p>Not so where the driver sends several entries at once: Connector/J 9.7 with {@code
   * rewriteBatchedStatements}, mariadb-java-client 3.5 with {@code useServerPrepStmts} or {@code
   * useBulkStmts} report all as failed, those that took effect too (tried). Where the driver cannot
   * be asked, it is taken to be so.
   */
  static boolean areExact(Engine engine, Connection connection) {
    return switch (engine) {
      case POSTGRESQL -> true;
      case MYSQL -> isOff(property(connection, "rewriteBatchedStatements"));
      case MARIADB -> {
        Optional<Object> settings =
            Vendor.call(connection, "getContext").flatMap(it -> Vendor.call(it, "getConf"));
        yield isOff(settings.flatMap(it -> Vendor.call(it, "useServerPrepStmts")))
            && isOff(settings.flatMap(it -> Vendor.call(it, "useBulkStmts")));
      }
    };
  }

  private static Optional<Object> property(Connection connection, String name) {
    return Vendor.call(connection, "getPropertySet")
        .flatMap(set -> Vendor.call(set, "getBooleanProperty", name))
        .flatMap(property -> Vendor.call(property, "getValue"));
  }

  private static boolean isOff(Optional<Object> setting) {
    return setting.filter(value -> value.equals(false)).isPresent();
  }
}
