package dev.lacuna.asif;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the twin test covers, as it stands in {@code docs/semantics.md}. */
final class SemanticsTable {

  private SemanticsTable() {}

  static String markdown() {
    String features =
        Arrays.stream(Feature.values()).map(SemanticsTable::row).collect(Collectors.joining("\n"));
    String refusals =
        NoAnswer.all().stream()
            .map(
                each ->
                    "| %s | %s | %s |"
                        .formatted(code(each.sql()), code(each.sqlState()), each.reason()))
            .collect(Collectors.joining("\n"));
    String deviations =
        Deviation.all().stream()
            .map(
                each ->
                    "| %s | %s | %s |"
                        .formatted(code(each.call().call().title()), each.outcome(), each.reason()))
            .collect(Collectors.joining("\n"));
    return """
        | feature | statements | for example |
        | --- | ---: | --- |
        %s
        | **all of them** | **%d** | each agrees with its twin |

        No answer as if, hence an error:

        | statement | SQLState | because |
        | --- | --- | --- |
        %s

        Answered otherwise than on the twin, and known to be:

        | statement | while the column is missing | because |
        | --- | --- | --- |
        %s
        """
        .formatted(features, TwinCases.all().size(), refusals, deviations);
  }

  private static String row(Feature feature) {
    long count = TwinCases.of(feature).count();
    String example = TwinCases.of(feature).findFirst().orElseThrow().call().title();
    return "| %s | %d | %s |".formatted(feature.title(), count, code(example));
  }

  /** Inline code, in which a table of Markdown must not meet its own bar. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replaceAll("\\s+", " ").strip() + "`";
  }
}
