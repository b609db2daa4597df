package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the twin test covers, as it stands in {@code docs/semantics.md}. */
final class SemanticsTable {

  private static final Map<Engine, String> NAMES =
      Map.of(Engine.POSTGRESQL, "PostgreSQL", Engine.MYSQL, "MySQL", Engine.MARIADB, "MariaDB");

  private SemanticsTable() {}

  static String markdown() {
    String features =
        Arrays.stream(Feature.values())
            .filter(SemanticsTable::isShown)
            .map(SemanticsTable::row)
            .collect(Collectors.joining("\n"));
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
        | feature | %s | for example |
        | --- | %s | --- |
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
        .formatted(
            cells(NAMES::get),
            cells(engine -> "---:"),
            features,
            cells(engine -> "**%d**".formatted(TwinCases.of(engine).count())),
            refusals,
            deviations);
  }

  private static boolean isShown(Feature feature) {
    return Engines.PROVEN.stream().anyMatch(engine -> TwinCases.of(engine, feature).count() > 0);
  }

  private static String row(Feature feature) {
    String counts = cells(engine -> String.valueOf(TwinCases.of(engine, feature).count()));
    String example =
        TwinCases.all().stream()
            .filter(each -> each.feature() == feature)
            .findFirst()
            .map(each -> each.call().title())
            .orElseThrow();
    return "| %s | %s | %s |".formatted(feature.title(), counts, code(example));
  }

  /** A cell for each engine that is shown. */
  private static String cells(Function<Engine, String> cell) {
    return Arrays.stream(Engine.values())
        .filter(Engines.PROVEN::contains)
        .map(cell)
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
