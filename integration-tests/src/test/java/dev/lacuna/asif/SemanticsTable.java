package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the twin test covers, as it stands in {@code docs/semantics.md}. */
final class SemanticsTable {

  private static final Map<Engine, String> NAMES =
      Map.of(Engine.POSTGRESQL, "PostgreSQL", Engine.MYSQL, "MySQL", Engine.MARIADB, "MariaDB");

  private SemanticsTable() {}

  static String markdown() {
    String features =
        Arrays.stream(Feature.values()).map(SemanticsTable::row).collect(Collectors.joining("\n"));
    String refusals =
        NoAnswer.all().stream()
            .map(each -> row(each.sql(), each.engines(), code(each.sqlState()), each.reason()))
            .collect(Collectors.joining("\n"));
    String deviations =
        Deviation.all().stream()
            .map(
                each ->
                    row(each.call().call().title(), each.engines(), each.outcome(), each.reason()))
            .collect(Collectors.joining("\n"));
    return """
        | feature | PostgreSQL | MySQL | MariaDB | for example |
        | --- | ---: | ---: | ---: | --- |
        %s
        | **all of them** | %s | each agrees with its twin |

        No answer as if, hence an error:

        | statement | on | SQLState | because |
        | --- | --- | --- | --- |
        %s

        Answered otherwise than on the twin, and known to be:

        | statement | on | while the column is missing | because |
        | --- | --- | --- | --- |
        %s
        """
        .formatted(features, totals(), refusals, deviations);
  }

  private static String row(Feature feature) {
    String counts =
        Arrays.stream(Engine.values())
            .map(engine -> String.valueOf(TwinCases.of(engine, feature).count()))
            .collect(Collectors.joining(" | "));
    String example =
        TwinCases.all().stream()
            .filter(each -> each.feature() == feature)
            .findFirst()
            .map(each -> each.call().title())
            .orElseThrow();
    return "| %s | %s | %s |".formatted(feature.title(), counts, code(example));
  }

  private static String totals() {
    return Arrays.stream(Engine.values())
        .map(engine -> "**%d**".formatted(TwinCases.of(engine).count()))
        .collect(Collectors.joining(" | "));
  }

  private static String row(String sql, Set<Engine> engines, String outcome, String reason) {
    String on =
        Arrays.stream(Engine.values())
            .filter(engines::contains)
            .map(NAMES::get)
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s | %s |".formatted(code(sql), on, outcome, reason);
  }

  /** Inline code, in which a table of Markdown must not meet its own bar. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replaceAll("\\s+", " ").strip() + "`";
  }
}
