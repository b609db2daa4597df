package dev.lacuna;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.LacunaUrl;
import dev.lacuna.engine.Engine;
import java.lang.ref.WeakReference;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

  private static Driver find(Engine engine, LacunaUrl url, @Nullable ClassLoader context)
      throws SQLException {
    ClassLoader own = InnerDriver.class.getClassLoader();
    Driver[] candidates =
        Stream.of(services(context), services(own), DriverManager.drivers())
            .flatMap(drivers -> drivers)
            .filter(driver -> !isOurs(driver))
            .toArray(Driver[]::new);
    for (Driver driver : candidates) {
      if (driver.getClass().getName().equals(engine.driverClass())) {
        return driver;
      }
    }
    // A driver under another name that takes the URL: a fork, or a stub in a test.
    for (Driver driver : candidates) {
      if (driver.acceptsURL(url.target())) {
        return driver;
      }
    }
    throw missing(engine, url);
  }

  private static Stream<Driver> services(@Nullable ClassLoader loader) {
    if (loader == null) {
      return Stream.empty();
    }
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    return Stream.generate(() -> next(drivers))
        .takeWhile(Objects::nonNull)
        .flatMap(Stream::ofNullable)
        .filter(driver -> !isOurs(driver));
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
