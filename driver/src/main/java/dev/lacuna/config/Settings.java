package dev.lacuna.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** All options, each with the value that takes precedence. */
final class Settings {

  private final Map<Option, String> values;

  private Settings(Map<Option, String> values) {
    this.values = values;
  }

  /**
   * Checks every option that is set anywhere, also one that another place overrides.
   *
   * @throws ConfigurationException for the first that cannot be
   */
  static Settings of(Map<String, String> url, Properties connection, Properties system)
      throws ConfigurationException {
    Map<Option, String> values = new EnumMap<>(Option.class);
    addAll(values, Setting.Source.SYSTEM_PROPERTY, ConnectionProperties.systemOptions(system));
    addAll(values, Setting.Source.CONNECTION_PROPERTY, ConnectionProperties.options(connection));
    addAll(values, Setting.Source.URL, url);
    return new Settings(values);
  }

  private static void addAll(
      Map<Option, String> values, Setting.Source source, Map<String, String> options)
      throws ConfigurationException {
    for (Map.Entry<String, String> option : options.entrySet()) {
      Setting setting = new Setting(option.getKey(), option.getValue(), source);
      values.put(setting.option(), setting.value());
    }
  }

  boolean isSet(Option option) {
    return values.containsKey(option);
  }

  /** The value that is set, or the default. */
  String get(Option option) {
    return values.getOrDefault(option, option.defaultValue());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
