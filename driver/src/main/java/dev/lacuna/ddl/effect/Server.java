package dev.lacuna.ddl.effect;

import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerVersion;

/**
 * The server, and the session that the statement runs in.
 *
 * @param utc whether the session's time zone is UTC (PostgreSQL)
 * @param foreignKeyChecks MySQL's {@code foreign_key_checks}
 * @param replication who follows it; asked for on MySQL and MariaDB where a statement takes long
 * @param logical whether tables are published for logical replication (PostgreSQL)
 * @param charset the database's default character set (MySQL)
 */
public record Server(
    Engine engine,
    ServerVersion version,
    boolean utc,
    boolean foreignKeyChecks,
    Replication replication,
    boolean logical,
    String charset) {

  /** A server of which only engine and version are known. */
  public static Server assumed(Engine engine, ServerVersion version) {
    return new Server(engine, version, false, true, Replication.UNASKED, false, "utf8mb4");
  }

  /** The same, with those who follow it. */
  Server with(Replication followers) {
    return new Server(engine, version, utc, foreignKeyChecks, followers, logical, charset);
  }

  /** Whether it is PostgreSQL. */
  public boolean isPostgresql() {
    return engine == Engine.POSTGRESQL;
  }

  /** Whether it is MariaDB. */
  public boolean isMariadb() {
    return engine == Engine.MARIADB;
  }

  /** Whether its version is that one or later. */
  public boolean isAtLeast(int major, int minor, int patch) {
    return version.isAtLeast(major, minor, patch);
  }

  /** Engine and version for people: {@code PostgreSQL 18.6}. */
  public String label() {
    return switch (engine) {
          case POSTGRESQL -> "PostgreSQL ";
          case MYSQL -> "MySQL ";
          case MARIADB -> "MariaDB ";
        }
        + version;
  }
}
