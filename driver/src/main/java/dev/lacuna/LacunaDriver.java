package dev.lacuna;

import dev.lacuna.config.ConnectionProperties;
import dev.lacuna.config.LacunaUrl;
import dev.lacuna.config.Options;
import dev.lacuna.ddl.Gate;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The JDBC driver for {@code jdbc:lacuna:…} URLs: it connects through the real driver and tolerates
 * columns that the database lacks.
 *
 * <p>It registers itself, once for each class loader that loads it, and is found by {@link
 * java.util.ServiceLoader}. Safe for use by several threads.
 */
public final class LacunaDriver implements Driver {

  static {
    try {
      DriverManager.registerDriver(new LacunaDriver());
    } catch (SQLException e) {
      LoggerFactory.getLogger("dev.lacuna").error("Lacuna could not register its driver", e);
    }
  }

  /** For the service loader; an application needs no instance of its own. */
  public LacunaDriver() {}

  /**
   * Connects through the real driver.
   *
   * @param url {@code jdbc:lacuna:postgresql:…}; for any other the answer is null, as {@link
   *     Driver} demands
   * @param info the properties of the connect, options of Lacuna among them or not; it is not
   *     changed
   * @return a connection that has every public interface of the real driver's
   * @throws dev.lacuna.config.ConfigurationException if an option or a declaration is wrong, or the
   *     real driver is not on the class path
   * @throws SQLException what the real driver throws, untouched
   */
  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    Optional<LacunaUrl> parsed = LacunaUrl.parse(url);
    if (parsed.isEmpty()) {
      return null;
    }
    LacunaUrl lacuna = parsed.get();
    Properties given = info == null ? new Properties() : info;
    Options options = Options.of(lacuna.options(), given, System.getProperties());
    Domain domain = Domain.of(lacuna, options);
    Driver inner = InnerDriver.of(domain.engine(), lacuna);
    Properties real = ConnectionProperties.withoutOptions(given);
    Connection connection = inner.connect(lacuna.target(), real);
    return connection == null
        ? null
        : wrapOrClose(domain, connection, () -> inner.connect(lacuna.target(), real));
  }

  private static Connection wrapOrClose(Domain domain, Connection connection, Gate.Opener opener)
      throws SQLException {
    try {
      return domain.wrap(connection, opener);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean acceptsURL(@Nullable String url) {
    return LacunaUrl.accepts(url);
  }

  /** The real driver's properties, and the options of Lacuna behind them. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    Optional<LacunaUrl> parsed = LacunaUrl.parse(url);
    if (parsed.isEmpty()) {
      return new DriverPropertyInfo[0];
    }
    LacunaUrl lacuna = parsed.get();
    Properties given = info == null ? new Properties() : info;
    Driver inner = InnerDriver.of(Domain.engineOf(lacuna), lacuna);
    DriverPropertyInfo[] real =
        inner.getPropertyInfo(lacuna.target(), ConnectionProperties.withoutOptions(given));
    DriverPropertyInfo[] own = Options.describe(lacuna.options(), given, System.getProperties());
    return Stream.concat(Arrays.stream(real), Arrays.stream(own))
        .toArray(DriverPropertyInfo[]::new);
  }

  @Override
  public int getMajorVersion() {
    return Version.part(0);
  }

  @Override
  public int getMinorVersion() {
    return Version.part(1);
  }

  /** False: the real driver decides, and it is not known before there is a URL. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  /** Lacuna logs through SLF4J. */
  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("Lacuna logs through SLF4J", "0A000");
  }
}
