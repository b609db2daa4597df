package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.net.URL;

/** The errors of a declaration: each says what, why, and what to do instead. */
final class Refusals {

  private static final String AS_THE_DATABASE =
      "write it as the database takes it, such as ALTER TABLE users ADD COLUMN nickname varchar(40)"
          + " in a file, or users.nickname varchar(40) in lacuna.columns.";

  private Refusals() {}

  static ConfigurationException unreadable(Origin at, String expected, String found) {
    return new ConfigurationException(
        "Cannot read the declaration at " + at,
        "expected %s, found %s.".formatted(expected, found),
        AS_THE_DATABASE);
  }

  static ConfigurationException malformed(Origin at) {
    return new ConfigurationException(
        "Cannot read the declaration at " + at,
        "a parenthesis or quote in it does not close, or a name is written as U&\"…\".",
        AS_THE_DATABASE);
  }

  static ConfigurationException questionMark(Origin at) {
    return new ConfigurationException(
        "Cannot read the DEFAULT at " + at,
        "a question mark in it would be a parameter to JDBC.",
        "call the operator's function, such as jsonb_exists(…).");
  }

  static ConfigurationException notNullWithoutDefault(String column, Origin at) {
    return new ConfigurationException(
        "%s is declared NOT NULL without a DEFAULT at %s".formatted(column, at),
        "while the column is missing, there is no value to show.",
        "give it a DEFAULT, or declare it without NOT NULL.");
  }

  static ConfigurationException ownValues(String column, String generator, Origin at) {
    return new ConfigurationException(
        "%s is declared %s at %s".formatted(column, generator, at),
        "each row would have a value of its own: while the column is missing, there is no single"
            + " value to show.",
        "declare it as a plain column, with a constant DEFAULT if it is NOT NULL, or leave it out"
            + " of what Lacuna reads.");
  }

  static ConfigurationException declaredDifferently(DeclaredColumn first, DeclaredColumn second) {
    return new ConfigurationException(
        "%s is declared in two ways: %s at %s, %s at %s"
            .formatted(
                first.qualifiedName(),
                first.definition(),
                first.origin(),
                second.definition(),
                second.origin()),
        "while the column is missing, it can be shown in one way only.",
        "make the two the same, or take one out of what Lacuna reads.");
  }

  static ConfigurationException noColumn(String named) {
    return new ConfigurationException(
        "lacuna.hide has " + named,
        "it names no column of a table.",
        "write names such as users.nickname, separated by commas.");
  }

  static ConfigurationException hiddenUndeclared(String column) {
    return new ConfigurationException(
        "lacuna.hide has %s, which is not declared".formatted(column),
        "a hidden column shows what is declared for it.",
        "declare it in lacuna.migrations or lacuna.columns, or take it out of lacuna.hide.");
  }

  static ConfigurationException noPlace(String named) {
    return new ConfigurationException(
        "lacuna.migrations has " + named,
        "it must start with classpath: or file:.",
        "write classpath:%s or file:%s.".formatted(withoutScheme(named), withoutScheme(named)));
  }

  private static String withoutScheme(String named) {
    return named.substring(named.indexOf(':') + 1);
  }

  static ConfigurationException missing(Place place, Glob glob) {
    String named = place.prefix() + glob.path();
    return new ConfigurationException(
        "lacuna.migrations has %s, and there is no such file".formatted(named),
        "looked for " + place.whereabouts(glob) + ".",
        "correct the path (it starts at %s; a directory needs a star, such as %sdb/*.sql), or take it out."
            .formatted(place.start(), place.prefix()));
  }

  static ConfigurationException unreadableResource(String name, Exception failure) {
    return new ConfigurationException(
        "Cannot read " + name,
        failure + ".",
        "make it readable, or take it out of lacuna.migrations.",
        failure);
  }

  static ConfigurationException unlistable(String name, URL root) {
    return new ConfigurationException(
        "Cannot look for " + name,
        "the files below %s cannot be listed.".formatted(root),
        "name them one by one, without a star.");
  }

  static ConfigurationException unclosed(String resource, int line) {
    return new ConfigurationException(
        "Cannot read %s beyond line %d".formatted(resource, line),
        "a quote or comment opens there and does not close; declarations behind it would be lost.",
        "close it.");
  }
}
