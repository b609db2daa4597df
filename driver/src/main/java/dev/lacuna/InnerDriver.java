package dev.lacuna;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.LacunaUrl;
import dev.lacuna.engine.Engine;
import java.lang.ref.WeakReference;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Finds the real driver: in the thread's context class loader, in Lacuna's own, and among those
 * that are registered with {@link DriverManager}.
 *
 * <p>It is looked for once for each context class loader, and no loader is held longer than the
 * application holds it. Safe for use by several threads.
 */
final class InnerDriver {

  /** Asked once a connect, for a moment. */
  private static final Map<ClassLoader, Map<Engine, WeakReference<Driver>>> FOUND =
      Collections.synchronizedMap(new WeakHashMap<>());

  private InnerDriver() {}

  /**
   * The driver for an engine.
   *
   * @throws ConfigurationException if there is none
   */
  static Driver of(Engine engine, LacunaUrl url) throws SQLException {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader key = context == null ? InnerDriver.class.getClassLoader() : context;
    Map<Engine, WeakReference<Driver>> known =
        FOUND.computeIfAbsent(key, loader -> new ConcurrentHashMap<>());
    WeakReference<Driver> reference = known.get(engine);
    Driver driver = reference == null ? null : reference.get();
    if (driver == null) {
      driver = find(engine, url, context);
      known.put(engine, new WeakReference<>(driver));
    }
    return driver;
  }

  /** Without streams and lambdas, which a JVM that has just begun takes longest over. */
  private static Driver find(Engine engine, LacunaUrl url, @Nullable ClassLoader context)
      throws SQLException {
    List<Driver> seen = new ArrayList<>();
    for (Iterator<Driver> drivers : places(context)) {
      for (Driver driver = next(drivers); driver != null; driver = next(drivers)) {
        if (driver.getClass().getName().equals(engine.driverClass())) {
          return driver;
        }
        seen.add(driver);
      }
    }
    // A driver under another name that takes the URL: a fork, or a stub in a test.
    for (Driver driver : seen) {
      if (!isOurs(driver) && driver.acceptsURL(url.target())) {
        return driver;
      }
    }
    throw missing(engine, url);
  }

  private static List<Iterator<Driver>> places(@Nullable ClassLoader context) {
    ClassLoader own = InnerDriver.class.getClassLoader();
    List<Iterator<Driver>> places = new ArrayList<>();
    if (context != null) {
      places.add(services(context));
    }
    if (own != context) {
      places.add(services(own));
    }
    places.add(DriverManager.getDrivers().asIterator());
    return places;
  }

  private static Iterator<Driver> services(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).iterator();
  }

  private static boolean isOurs(Driver driver) {
    return driver instanceof LacunaDriver || driver instanceof PlainUrlDriver;
  }

  /** The next driver that can be loaded at all; null behind the last. */
  private static @Nullable Driver next(Iterator<Driver> drivers) {
    while (true) {
      try {
        return drivers.hasNext() ? drivers.next() : null;
      } catch (ServiceConfigurationError e) {
        LoggerFactory.getLogger("dev.lacuna").debug("A JDBC driver cannot be loaded", e);
      }
    }
  }

  private static ConfigurationException missing(Engine engine, LacunaUrl url) {
    return new ConfigurationException(
        "No driver is on the class path for " + url,
        "Lacuna connects through the real driver, here " + engine.driverClass() + ".",
        "add " + engine.driverArtifact() + " to the application's dependencies.");
  }
}
