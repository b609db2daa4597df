package dev.lacuna.agent.observe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Driver;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The databases that the application has connected to: one target a URL and user. */
final class Targets {

  /** An application that connects to no end of URLs is followed to the first ones. */
  private static final int MAX_TARGETS = 200;

  private final Map<String, Target> targets = new ConcurrentHashMap<>();

  /** Null where it is nothing that the agent knows. */
  @Nullable Target of(@Nullable Object driver, Object source, @Nullable Object info) {
    if (source instanceof String url) {
      return driver instanceof Driver jdbc ? target(url, jdbc, (Properties) info) : null;
    }
    return ofConfiguration(source);
  }

  private @Nullable Target target(String url, Driver driver, @Nullable Properties info) {
    DatabaseKind kind = DatabaseKind.of(url);
    if (kind == null) {
      return null;
    }
    Properties flat = new Properties();
    if (info != null) {
      for (String name : info.stringPropertyNames()) {
        flat.setProperty(name, info.getProperty(name));
      }
    }
    String key = flat.getProperty("user", "").concat("@").concat(url);
    Target known = targets.get(key);
    if (known != null) {
      known.renew(flat);
      return known;
    }
    if (targets.size() >= MAX_TARGETS) {
      return null;
    }
    Target added = new Target(kind, url, driver, flat);
    Target before = targets.putIfAbsent(key, added);
    return before == null ? added : before;
  }

  /** MariaDB's data sources connect by a configuration, which knows its URL. */
  private @Nullable Target ofConfiguration(Object configuration) {
    try {
      Object url = get(configuration, "initialUrl");
      Properties info = new Properties();
      if (get(configuration, "user") instanceof String user) {
        info.setProperty("user", user);
      }
      if (get(configuration, "password") instanceof String password) {
        info.setProperty("password", password);
      }
      ClassLoader loader = configuration.getClass().getClassLoader();
      Object driver =
          Class.forName("org.mariadb.jdbc.Driver", true, loader)
              .getDeclaredConstructor()
              .newInstance();
      return url instanceof String text ? target(text, (Driver) driver, info) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static @Nullable Object get(Object object, String method)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    Method getter = object.getClass().getMethod(method);
    return getter.invoke(object);
  }
}
