package dev.lacuna.ddl.effect;

/** Limits of InnoDB that stand in nobody's table definition. */
public final class InnodbLimits {

  private InnodbLimits() {}

  /**
   * How many INSTANT changes a table may carry: 64 from MySQL 8.0.29 on, 255 as tried on 9.7.4.
   * None was found on MariaDB. Between 8.4 and 9.7 the smaller one counts.
   */
  public static int rowVersions(Server server) {
    if (server.isMariadb() || server.isPostgresql()) {
      return Integer.MAX_VALUE;
    }
    return server.isAtLeast(9, 7, 0) ? 255 : 64;
  }
}
