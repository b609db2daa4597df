package dev.lacuna.benchmarks.stub;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the URL {@code jdbc:postgresql://stub/…}; its connections answer from memory. */
public final class StubDriver implements Driver {

  /** The URL of the stub: it passes for PostgreSQL, so that what is declared counts. */
  public static final String URL = "jdbc:postgresql://stub/shop";

  /** Registers the driver with {@link DriverManager}. */
  public static void register() throws SQLException {
    DriverManager.registerDriver(new StubDriver());
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) {
    return acceptsURL(url) ? StubConnection.MAKE.apply(this) : null;
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:postgresql://stub/");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("stub");
  }
}
