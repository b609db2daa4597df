package dev.lacuna.agent.instrument;

import java.util.HashMap;
import java.util.Map;
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

  private static final Map<String, DriverClass> ALL = new HashMap<>();

  // No stream: what that loads takes longer than all the rest.
  static {
    add("org/postgresql/Driver", Kind.DRIVER, false);
    add("org/postgresql/jdbc/PgConnection", Kind.CONNECTION, true);
    add("org/postgresql/jdbc/PgStatement", Kind.STATEMENT, true);
    add("org/postgresql/jdbc/PgPreparedStatement", Kind.STATEMENT, false);
    add("org/postgresql/jdbc/PgCallableStatement", Kind.STATEMENT, false);
    add("com/mysql/cj/jdbc/NonRegisteringDriver", Kind.DRIVER, false);
    add("com/mysql/cj/jdbc/ConnectionImpl", Kind.CONNECTION, true);
    add("com/mysql/cj/jdbc/StatementImpl", Kind.STATEMENT, true);
    add("com/mysql/cj/jdbc/ClientPreparedStatement", Kind.STATEMENT, false);
    add("com/mysql/cj/jdbc/ServerPreparedStatement", Kind.STATEMENT, false);
    add("com/mysql/cj/jdbc/CallableStatement", Kind.STATEMENT, false);
    // In older versions the driver did itself what its superclass does now.
    add("org/mariadb/jdbc/Driver", Kind.DRIVER, false);
    add("org/mariadb/jdbc/NonRegisteringDriver", Kind.DRIVER, false);
    add("org/mariadb/jdbc/Connection", Kind.CONNECTION, true);
    add("org/mariadb/jdbc/Statement", Kind.STATEMENT, true);
    add("org/mariadb/jdbc/BasePreparedStatement", Kind.STATEMENT, false);
    add("org/mariadb/jdbc/ClientPreparedStatement", Kind.STATEMENT, false);
    add("org/mariadb/jdbc/ServerPreparedStatement", Kind.STATEMENT, false);
    add("dev/lacuna/jdbc/PreparedAttempt", Kind.LACUNA_ATTEMPT, false);
    add("dev/lacuna/jdbc/TextAttempt", Kind.LACUNA_ATTEMPT, false);
    add("dev/lacuna/jdbc/PreparedText", Kind.LACUNA_PREPARATION, false);
    add("dev/lacuna/jdbc/Runner", Kind.LACUNA_RUNNER, false);
  }

  private static void add(String name, Kind kind, boolean carriesState) {
    ALL.put(name, new DriverClass(name, kind, carriesState));
  }

  /** Null for any other class. */
  static @Nullable DriverClass named(@Nullable String name) {
    return name == null ? null : ALL.get(name);
  }
}
