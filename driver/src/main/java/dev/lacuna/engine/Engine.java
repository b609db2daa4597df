package dev.lacuna.engine;

/** The database engines that Lacuna knows, each by the name that stands in its JDBC URL. */
public enum Engine {
  /** PostgreSQL, through pgjdbc. */
  POSTGRESQL(
      "postgresql", "org.postgresql.Driver", "org.postgresql:postgresql", Dialect.POSTGRESQL),
  /** MySQL, through Connector/J. */
  MYSQL("mysql", "com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j", Dialect.MYSQL),
  /** MariaDB, through its own driver. */
  MARIADB(
      "mariadb", "org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client", Dialect.MYSQL);

  private final String urlName;
  private final String driverClass;
  private final String driverArtifact;
  private final Dialect dialect;

  Engine(String urlName, String driverClass, String driverArtifact, Dialect dialect) {
    this.urlName = urlName;
    this.driverClass = driverClass;
    this.driverArtifact = driverArtifact;
    this.dialect = dialect;
  }

  /**
   * The engine of that name.
   *
   * @param urlName as in a JDBC URL
   * @throws IllegalArgumentException if there is none
   */
  public static Engine named(String urlName) {
    for (Engine engine : values()) {
      if (engine.urlName.equals(urlName)) {
        return engine;
      }
    }
    throw new IllegalArgumentException("No engine is named " + urlName);
  }

  /** The engine's part of the JDBC URL: {@code postgresql} in {@code jdbc:postgresql:}. */
  public String urlName() {
    return urlName;
  }

  /** The name of the class of the real driver that Lacuna hands the URL to. */
  public String driverClass() {
    return driverClass;
  }

  /** The real driver's group and artifact on Maven Central. */
  public String driverArtifact() {
    return driverArtifact;
  }

  /** The lexical rules of this engine's SQL. */
  public Dialect dialect() {
    return dialect;
  }

  /** What this engine's errors say. */
  public ServerErrors errors() {
    return this == POSTGRESQL ? ServerErrors.POSTGRESQL : ServerErrors.MYSQL;
  }
}
