package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.VerdictText;
import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/rules/}: a page a rule, from what the rule says of itself and does. */
final class RulesDoc {

  private RulesDoc() {}

  /** The texts of all pages, by their file names. */
  static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    pages.put("README.md", index());
    for (Rule rule : Rules.all()) {
      pages.put(rule.id() + ".md", page(rule));
    }
    return pages;
  }

  private static String index() {
    StringBuilder text =
        new StringBuilder(
            """
            # Rules on DDL

            What Lacuna says of a DDL statement that passes (see [`lacuna.ddl`](../configuration.md#lacunaddl)): one page a rule.
            A statement is *dangerous* if others wait for as long as the table is big, or if it fails half-way; *caution* says that
            something else breaks, fails or lags; *info* is advice and changes no verdict. The size of the table decides the
            estimate, not the verdict: what is small here may be big where the statement goes next. What is done to a table that the
            same connection has just created hurts nobody. Unknown versions, and facts that cannot be asked for, take the stricter
            answer.

            To allow a rule: `/* lacuna:allow its-id */` in the statement or right before it, or `lacuna.ddl.allow=its-id` for all.

            | rule | says | weight | engines |
            | --- | --- | --- | --- |
            """);
    for (Rule rule : Rules.all()) {
      text.append(
          "| [`%s`](%s.md) | %s | %s | %s |%n"
              .formatted(
                  rule.id(),
                  rule.id(),
                  rule.about().title(),
                  rule.about().severity().label(),
                  engines(rule)));
    }
    return text.toString();
  }

  private static String page(Rule rule) {
    About about = rule.about();
    return """
        # %s

        %s. *%s, %s*

        ## Why

        %s

        ## Versions

        %s

        ## For example

        ```
        %s
        ```

        ## Allow it

        `/* lacuna:allow %s */` in the statement, or `lacuna.ddl.allow=%s`.
        %s"""
        .formatted(
            about.id(),
            about.title(),
            about.severity().label(),
            engines(rule),
            about.why(),
            about.versions(),
            example(rule),
            about.id(),
            about.id(),
            sources(about.sources()));
  }

  private static String example(Rule rule) {
    RuleCase shown =
        RulesTest.cases()
            .filter(given -> given.rule().equals(rule.id()) && given.severity() != null)
            .findFirst()
            .orElseThrow();
    return VerdictText.of(shown.orders().judge(shown.script()));
  }

  private static String sources(List<String> sources) {
    return sources.isEmpty()
        ? ""
        : sources.stream()
            .map(source -> "- <" + source + ">\n")
            .collect(Collectors.joining("", "\n## The manual\n\n", ""));
  }

  private static String engines(Rule rule) {
    return Arrays.stream(Engine.values())
        .filter(rule.about().engines()::contains)
        .map(RulesDoc::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "PostgreSQL";
      case MYSQL -> "MySQL";
      case MARIADB -> "MariaDB";
    };
  }
}
