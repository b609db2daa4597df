package dev.lacuna;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver for tools that let a driver's class be chosen, and refuse a URL whose prefix they do
 * not know, as Flyway does: it takes the real driver's URL, {@code jdbc:postgresql:…}, and does
 * what {@link LacunaDriver} does with {@code jdbc:lacuna:postgresql:…}. Options of Lacuna may stand
 * in that URL.
 *
 * <p>It never registers itself, and no service loader finds it: the plain URLs of everyone else in
 * the JVM go where they went. A tool is told its name, {@code dev.lacuna.PlainUrlDriver}, and makes
 * an instance. Safe for use by several threads.
 */
public final class PlainUrlDriver implements Driver {

  private static final String JDBC = "jdbc:";

  private final LacunaDriver driver = new LacunaDriver();

  /** For the tool that is told the class's name. */
  public PlainUrlDriver() {}

  /**
   * Connects through the real driver.
   *
   * @param url {@code jdbc:postgresql:…} or that of another engine which Lacuna knows; for any
   *     other the answer is null, as {@link Driver} demands
   * @param info as {@link LacunaDriver#connect} takes it
   * @return as there
   * @throws dev.lacuna.config.ConfigurationException as there
   * @throws SQLException as there
   */
  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    return driver.connect(prefixed(url), info);
  }

  @Override
  public boolean acceptsURL(@Nullable String url) {
    return driver.acceptsURL(prefixed(url));
  }

  /** The real driver's properties, and the options of Lacuna behind them. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    return driver.getPropertyInfo(prefixed(url), info);
  }

  private static @Nullable String prefixed(@Nullable String url) {
    return url == null || !url.startsWith(JDBC)
        ? null
        : "jdbc:lacuna:" + url.substring(JDBC.length());
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  /** False, as {@link LacunaDriver#jdbcCompliant} says. */
  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  /** Lacuna logs through SLF4J. */
  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }
}
