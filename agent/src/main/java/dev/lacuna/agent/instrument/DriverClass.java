package dev.lacuna.agent.instrument;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class that is changed, found by its name alone: a match on the interface would hit the proxies
 * of pools as well, and has to look at every class that the application loads.
 *
 * @param name with slashes, as the JVM says it
 * @param kind what it is
 * @param carriesState whether it is the uppermost of its kind, and gets the field
 */
record DriverClass(String name, Kind kind, boolean carriesState) {

  enum Kind {
    DRIVER,
    CONNECTION,
    STATEMENT,
    /** Lacuna's own, which sends another text than the application's. */
    LACUNA_ATTEMPT,
    LACUNA_PREPARATION,
    LACUNA_RUNNER
  }

  private static final Map<String, DriverClass> ALL =
      Stream.of(
              new DriverClass("org/postgresql/Driver", Kind.DRIVER, false),
              new DriverClass("org/postgresql/jdbc/PgConnection", Kind.CONNECTION, true),
              new DriverClass("org/postgresql/jdbc/PgStatement", Kind.STATEMENT, true),
              new DriverClass("org/postgresql/jdbc/PgPreparedStatement", Kind.STATEMENT, false),
              new DriverClass("org/postgresql/jdbc/PgCallableStatement", Kind.STATEMENT, false),
              new DriverClass("com/mysql/cj/jdbc/NonRegisteringDriver", Kind.DRIVER, false),
              new DriverClass("com/mysql/cj/jdbc/ConnectionImpl", Kind.CONNECTION, true),
              new DriverClass("com/mysql/cj/jdbc/StatementImpl", Kind.STATEMENT, true),
              new DriverClass("com/mysql/cj/jdbc/ClientPreparedStatement", Kind.STATEMENT, false),
              new DriverClass("com/mysql/cj/jdbc/ServerPreparedStatement", Kind.STATEMENT, false),
              new DriverClass("com/mysql/cj/jdbc/CallableStatement", Kind.STATEMENT, false),
              // In older versions the driver did itself what its superclass does now.
              new DriverClass("org/mariadb/jdbc/Driver", Kind.DRIVER, false),
              new DriverClass("org/mariadb/jdbc/NonRegisteringDriver", Kind.DRIVER, false),
              new DriverClass("org/mariadb/jdbc/Connection", Kind.CONNECTION, true),
              new DriverClass("org/mariadb/jdbc/Statement", Kind.STATEMENT, true),
              new DriverClass("org/mariadb/jdbc/BasePreparedStatement", Kind.STATEMENT, false),
              new DriverClass("org/mariadb/jdbc/ClientPreparedStatement", Kind.STATEMENT, false),
              new DriverClass("org/mariadb/jdbc/ServerPreparedStatement", Kind.STATEMENT, false),
              new DriverClass("dev/lacuna/jdbc/PreparedAttempt", Kind.LACUNA_ATTEMPT, false),
              new DriverClass("dev/lacuna/jdbc/TextAttempt", Kind.LACUNA_ATTEMPT, false),
              new DriverClass("dev/lacuna/jdbc/PreparedText", Kind.LACUNA_PREPARATION, false),
              new DriverClass("dev/lacuna/jdbc/Runner", Kind.LACUNA_RUNNER, false))
          .collect(Collectors.toUnmodifiableMap(DriverClass::name, type -> type));

  /** Null for any other class. */
  static @Nullable DriverClass named(@Nullable String name) {
    return name == null ? null : ALL.get(name);
  }
}
