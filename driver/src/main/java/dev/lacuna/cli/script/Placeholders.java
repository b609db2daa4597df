package dev.lacuna.cli.script;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in the place of <code>${name}</code>, as Flyway and Liquibase do. The lines of the
 * text stay where they are: a value's line ends become blanks.
 */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\\s]+)}");

  /** Of Flyway's own, those that say where and when; what they are is no matter for a verdict. */
  private static final Pattern FLYWAYS =
      Pattern.compile(
          "flyway:(user|database|timestamp|filename|workingDirectory|table|environment)");

  private final Map<String, String> values;

  Placeholders(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Puts in what there is a value for, and leaves the others as they are: Liquibase's way. */
  String replaceKnown(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              return Matcher.quoteReplacement(value == null ? found.group() : oneLine(value));
            });
  }

  /**
   * Puts in all: Flyway's way.
   *
   * @throws ScriptException if there is no value for one
   */
  String replaceAll(SqlFile file) throws ScriptException {
    Matcher found = PLACEHOLDER.matcher(file.text());
    StringBuilder replaced = new StringBuilder();
    while (found.find()) {
      String name = found.group(1);
      String value = values.get(name);
      if (value == null && !FLYWAYS.matcher(name).matches()) {
        int line = 1 + Lines.countIn(file.text(), 0, found.start());
        throw new ScriptException(
            "%s:%d: no value for ${%s}; give it one: --placeholder %s=…"
                .formatted(file.name(), line, name, name));
      }
      String word = value == null ? name.substring(name.indexOf(':') + 1) : oneLine(value);
      found.appendReplacement(replaced, Matcher.quoteReplacement(word));
    }
    return found.appendTail(replaced).toString();
  }

  private static String oneLine(String value) {
    return value.replace('\n', ' ');
  }
}
