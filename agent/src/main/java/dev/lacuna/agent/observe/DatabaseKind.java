package dev.lacuna.agent.observe;

import dev.lacuna.engine.Dialect;
import org.jspecify.annotations.Nullable;

/** Which of the drivers a connection is one of; MySQL's driver may well talk to MariaDB. */
public enum DatabaseKind {
  POSTGRESQL("jdbc:postgresql:", Dialect.POSTGRESQL),
  MYSQL("jdbc:mysql:", Dialect.MYSQL),
  MARIADB("jdbc:mariadb:", Dialect.MYSQL);

  private final String prefix;
  private final Dialect dialect;

  DatabaseKind(String prefix, Dialect dialect) {
    this.prefix = prefix;
    this.dialect = dialect;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Null for a URL of another driver's. */
  static @Nullable DatabaseKind of(String url) {
    for (DatabaseKind kind : values()) {
      if (url.startsWith(kind.prefix)) {
        return kind;
      }
    }
    return null;
  }
}
