package dev.lacuna.config;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.TreeMap;

/** The {@link Properties} that a connect comes with: Lacuna's part and the real driver's. */
public final class ConnectionProperties {

  /** A JVM's properties may be meant for Lacuna's agent, or for the build that tests it. */
  private static final String OF_THE_AGENT = "lacuna.agent.";

  private ConnectionProperties() {}

  /**
   * Returns the properties for the real driver: a new object that answers every question as the
   * given one does, but holds no option of Lacuna. The given one is left as it is.
   *
   * <p>Defaults stay defaults, and keys and values that are not strings are kept.
   */
  public static Properties withoutOptions(Properties given) {
    Properties defaults = new Properties();
    Properties own = new Properties(defaults);
    for (String name : given.stringPropertyNames()) {
      // The name's own value is a string, or the string that is seen is a default.
      if (!(given.get(name) instanceof String) && !Option.claims(name)) {
        defaults.setProperty(name, given.getProperty(name));
      }
    }
    for (Map.Entry<Object, Object> entry : given.entrySet()) {
      if (!(entry.getKey() instanceof String name && Option.claims(name))) {
        own.put(entry.getKey(), entry.getValue());
      }
    }
    return own;
  }

  /**
   * Lacuna's options in them, by name. Defaults count, and so do values that are not strings: pools
   * put what their configuration holds.
   */
  static NavigableMap<String, String> options(Properties given) {
    NavigableMap<String, String> options = new TreeMap<>();
    for (String name : given.stringPropertyNames()) {
      if (Option.claims(name)) {
        options.put(name, given.getProperty(name));
      }
    }
    addOwn(options, given);
    return options;
  }

  /**
   * The same of the system's properties, which are many and asked at every connect: the names in
   * their defaults, if they have any, are not looked through, the options' own are asked for. Those
   * named {@code lacuna.agent.*} are none of the driver's.
   */
  static NavigableMap<String, String> systemOptions(Properties system) {
    NavigableMap<String, String> options = new TreeMap<>();
    for (Option option : Option.values()) {
      String value = system.getProperty(option.key());
      if (value != null) {
        options.put(option.key(), value);
      }
    }
    addOwn(options, system);
    options.keySet().removeIf(name -> name.startsWith(OF_THE_AGENT));
    return options;
  }

  private static void addOwn(Map<String, String> options, Properties given) {
    given.forEach(
        (key, value) -> {
          if (key instanceof String name && Option.claims(name)) {
            options.put(name, String.valueOf(value));
          }
        });
  }
}
