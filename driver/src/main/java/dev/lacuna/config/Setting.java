package dev.lacuna.config;

import java.util.List;

/** An option as somebody has set it. */
record Setting(String key, String value, Source source) {

  /** Where an option was set; the later one takes precedence. */
  enum Source {
    SYSTEM_PROPERTY("as a system property, -D"),
    CONNECTION_PROPERTY("in the connection's properties"),
    URL("in the URL");

    private final String where;

    Source(String where) {
      this.where = where;
    }
  }

  /**
   * Returns the option that is set.
   *
   * @throws ConfigurationException if there is no such option, if its value is bad, or if what it
   *     asks for does not exist yet
   */
  Option option() throws ConfigurationException {
    Option option = Option.named(key).orElse(null);
    if (option == null) {
      throw unknown();
    }
    if (!option.kind().accepts(value)) {
      throw bad(option);
    }
    Option.NotYet notYet = option.notYet().orElse(null);
    if (notYet != null && !notYet.available().contains(value)) {
      throw notAvailable(option, notYet);
    }
    return option;
  }

  private ConfigurationException unknown() {
    return new ConfigurationException(
        "Unknown option: " + this,
        "the options are " + String.join(", ", Option.keys()) + ".",
        Nearest.to(key, Option.keys())
            .map(nearest -> "write %s, or take %s out.".formatted(nearest, key))
            .orElse("take it out."));
  }

  private ConfigurationException bad(Option option) {
    return new ConfigurationException(
        "Bad value: " + this,
        key + " must be " + option.allowed() + ".",
        Nearest.to(value, option.kind().choices())
            .map(nearest -> "write " + nearest + orLeaveOut(option))
            .orElse("correct it" + orLeaveOut(option)));
  }

  private ConfigurationException notAvailable(Option option, Option.NotYet notYet) {
    List<String> available = notYet.available().stream().filter(text -> !text.isEmpty()).toList();
    return new ConfigurationException(
        "Not available yet: " + this,
        notYet.feature() + " comes with a later version; until then it would do nothing, silently.",
        available.isEmpty()
            ? "leave " + key + " out."
            : "write " + String.join(" or ", available) + orLeaveOut(option));
  }

  private String orLeaveOut(Option option) {
    String value = option.defaultValue();
    return ", or leave %s out (default: %s).".formatted(key, value.isEmpty() ? "none" : value);
  }

  @Override
  public String toString() {
    return "%s = \"%s\" (%s)".formatted(key, value, source.where);
  }
}
