package dev.lacuna.config;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the table of options. */
final class ConfigurationDoc {

  private static final String HEAD =
      """
      <!-- Written by ConfigurationDocTest from the table in dev.lacuna.config.Option: change that, not this. -->
      # Configuration

      An option is set in the URL's query, in the connection's `Properties`, or as a system property; the first of these
      that has it counts. Its name is the same in all three:

      ```
      jdbc:lacuna:postgresql://localhost/shop?lacuna.migrations=classpath:db/*.sql&ssl=true
      properties.setProperty("lacuna.writes", "reject");
      java -Dlacuna.strict=true …
      ```

      - Lacuna's options are taken out before the real driver sees the URL and the properties; everything else reaches it as
        it was written.
      - In the URL, `&` separates options, and a value is percent-encoded: write `%26` for `&` and `%25` for `%`. A plus sign
        stays one.
      - Words are in lower case. A duration is a whole number and its unit: `500ms`, `5s`, `2m`, `1h`.
      - An option that Lacuna does not know, a bad value, or a value whose feature does not exist yet fails the connect, in
        whichever of the three it stands. The error (SQLState 08001) says what is allowed, and never shows a password. System
        properties named `lacuna.agent.*` are none of the driver's.

      """;

  private static final String TAIL =
      """

      ## What declares a column

      Every `ALTER TABLE … ADD COLUMN` in the files of `lacuna.migrations`, also several in one statement. All else in a file
      is passed over: other statements and actions, function bodies, comments, psql's meta-commands and the data of `COPY`.
      A later `ALTER COLUMN` does not change what is declared.

      - `classpath:` is what the thread's context class loader sees, else Lacuna's own, in directories and jars. A relative
        `file:` path starts at the working directory. Files are UTF-8.
      - Type, `NOT NULL` and `DEFAULT` count. Other clauses, such as `CHECK` or `REFERENCES`, say nothing about a column that
        is missing.
      - A column for which there is nothing to show is refused, by name: `NOT NULL` (or `PRIMARY KEY`) without a `DEFAULT`;
        and what gives each row a value of its own: `serial`, identity and generated columns, `AUTO_INCREMENT`, `nextval`.
      - The same column may be declared twice if type, nullability and default are the same.
      - A file that is named and missing, a declaration that cannot be read, and a quote that does not close are refused, with
        file and line.
      """;

  private ConfigurationDoc() {}

  static String text() {
    return HEAD
        + "| option | default | value |\n| --- | --- | --- |\n"
        + each(ConfigurationDoc::row)
        + each(ConfigurationDoc::section)
        + TAIL;
  }

  private static String each(Function<Option, String> part) {
    return Arrays.stream(Option.values()).map(part).collect(Collectors.joining());
  }

  private static String row(Option option) {
    return "| [`%s`](#%s) | %s | %s |\n"
        .formatted(option.key(), anchor(option), defaultValue(option), option.allowed());
  }

  private static String section(Option option) {
    return "\n## `%s`\n\n%s\n%s".formatted(option.key(), option.meaning(), availability(option));
  }

  private static String availability(Option option) {
    return option.notYet().map(notYet -> "\n" + availability(notYet) + "\n").orElse("");
  }

  private static String availability(Option.NotYet notYet) {
    String available =
        notYet.available().stream()
            .filter(value -> !value.isEmpty())
            .map(value -> "`" + value + "`")
            .collect(Collectors.joining(" and "));
    return "**Not available yet:** %s comes with a later version. Until then %s."
        .formatted(
            notYet.feature(),
            available.isEmpty() ? "it cannot be set" : "only " + available + " can be set");
  }

  private static String defaultValue(Option option) {
    return option.defaultValue().isEmpty() ? "none" : "`" + option.defaultValue() + "`";
  }

  /** As GitHub makes one of a heading. */
  private static String anchor(Option option) {
    return option.key().replace(".", "");
  }
}
