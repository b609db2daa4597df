package dev.lacuna.engine;

/** The database engines that Lacuna knows, each by the name that stands in its JDBC URL. */
public enum Engine {
  /** PostgreSQL, through pgjdbc. */
  POSTGRESQL("postgresql", "org.postgresql.Driver", Dialect.POSTGRESQL),
  /** MySQL, through Connector/J. */
  MYSQL("mysql", "com.mysql.cj.jdbc.Driver", Dialect.MYSQL),
  /** MariaDB, through its own driver. */
  MARIADB("mariadb", "org.mariadb.jdbc.Driver", Dialect.MYSQL);

  private final String urlName;
  private final String driverClass;
  private final Dialect dialect;

  Engine(String urlName, String driverClass, Dialect dialect) {
    this.urlName = urlName;
    this.driverClass = driverClass;
    this.dialect = dialect;
  }

  /** The engine's part of the JDBC URL: {@code postgresql} in {@code jdbc:postgresql:}. */
  public String urlName() {
    return urlName;
  }

  /** The name of the class of the real driver that Lacuna hands the URL to. */
  public String driverClass() {
    return driverClass;
  }

  /** The lexical rules of this engine's SQL. */
  public Dialect dialect() {
    return dialect;
  }
}
