package dev.lacuna.cli.script;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Liquibase's {@code endDelimiter}. {@code GO} and a slash count on a line of their own; anything
 * else is a regular expression, or, where it is none, the text itself.
 */
final class LiquibaseDelimiter {

  private LiquibaseDelimiter() {}

  static Pattern of(String delimiter) {
    String alone = delimiter.replace("\\n", "").strip().toLowerCase(Locale.ROOT);
    if (alone.equals("go") || alone.equals("/")) {
      return Pattern.compile("(?im)^[ \\t]*" + Pattern.quote(alone) + "[ \\t]*$");
    }
    if (delimiter.chars().noneMatch(Character::isLetterOrDigit) && !delimiter.contains("\\")) {
      return Pattern.compile(Pattern.quote(delimiter));
    }
    try {
      return Pattern.compile(delimiter);
    } catch (PatternSyntaxException noExpression) {
      return Pattern.compile(Pattern.quote(delimiter));
    }
  }
}
