package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;

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

  static ConfigurationException unclosed(String resource, int line) {
    return new ConfigurationException(
        "Cannot read %s beyond line %d".formatted(resource, line),
        "a quote or comment opens there and does not close; declarations behind it would be lost.",
        "close it.");
  }
}
