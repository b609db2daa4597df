package dev.lacuna.contract;

/** The engines of the suite, and what their SQL calls the same thing. */
enum Engine {
  POSTGRESQL("SELECT pg_sleep(%d)", "pg_terminate_backend(%d)", "pg_backend_pid()"),
  MYSQL("SELECT sleep(%d)", "KILL %d", "connection_id()"),
  MARIADB("SELECT sleep(%d)", "KILL %d", "connection_id()");

  private final String sleep;
  private final String kill;
  private final String self;

  Engine(String sleep, String kill, String self) {
    this.sleep = sleep;
    this.kill = kill;
    this.self = self;
  }

  String sleep(int seconds) {
    return sleep.formatted(seconds);
  }

  /** Ends the server's side of a connection. */
  String kill(long connection) {
    String kills = kill.formatted(connection);
    return this == POSTGRESQL ? "SELECT " + kills : kills;
  }

  /** The query for what {@link #kill} takes. */
  String self() {
    return "SELECT " + self;
  }

  boolean isPostgresql() {
    return this == POSTGRESQL;
  }

  /** The script that makes the suite's tables, in the class path. */
  String script() {
    return "/contract/" + (isPostgresql() ? "postgresql" : "mysql") + ".sql";
  }
}
