package dev.lacuna.benchmarks.report;

import dev.lacuna.benchmarks.report.Results.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints the results of a run as tables in Markdown, and draws curves of those whose cost is to be
 * seen growing.
 *
 * <p>The arguments: the file that JMH wrote, for a row of each result; the parameter besides whose
 * values are the columns, for a row of each benchmark; and, for curves, the parameter along the
 * axis and the folder for them.
 */
public final class Report {

  private Report() {}

  /**
   * Writes it.
   *
   * @param arguments {@code results.json}, {@code results.json contender}, or {@code results.json
   *     declared elements docs/pictures}
   */
  public static void main(String[] arguments) throws IOException {
    Results results = Results.read(Path.of(arguments[0]));
    if (arguments.length == 1) {
      System.out.println(list(results));
      return;
    }
    String columns = arguments[1];
    if (arguments.length == 2) {
      System.out.println(table(results, columns));
      return;
    }
    for (String benchmark : results.benchmarks()) {
      List<Result> found =
          results.of(benchmark).stream()
              .filter(result -> result.parameters().containsKey(arguments[2]))
              .toList();
      if (!found.isEmpty()) {
        Files.writeString(
            Path.of(arguments[3], "cost-of-" + kebab(benchmark) + ".svg"),
            new Curves(arguments[2], columns).draw(found));
      }
    }
  }

  private static String list(Results results) {
    StringBuilder list =
        new StringBuilder(
            "| benchmark | with | threads | processor ns | bytes | heap MB |\n| --- | --- | ---: | ---: | ---: | ---: |");
    for (Result result : results.all()) {
      list.append(
          "\n| %s | %s | %d | %s | %s | %s |"
              .formatted(
                  result.benchmark(),
                  String.join(", ", result.parameters().values()),
                  result.threads(),
                  number(result.nanos()),
                  number(result.bytes()),
                  number(result.heap())));
    }
    return list.toString();
  }

  private static String table(Results results, String columns) {
    List<String> values =
        results.benchmarks().stream()
            .flatMap(benchmark -> results.of(benchmark).stream())
            .map(result -> result.parameter(columns))
            .distinct()
            .toList();
    StringBuilder table = new StringBuilder("| processor ns · bytes |");
    values.forEach(value -> table.append(' ').append(value).append(" |"));
    table.append("\n| --- |").append(" ---: |".repeat(values.size()));
    for (String benchmark : results.benchmarks()) {
      table.append("\n| ").append(benchmark).append(" |");
      for (String value : values) {
        table.append(' ').append(cell(results.of(benchmark), columns, value)).append(" |");
      }
    }
    return table.toString();
  }

  private static String cell(List<Result> results, String columns, String value) {
    return results.stream()
        .filter(result -> result.parameter(columns).equals(value))
        .map(result -> number(result.nanos()) + " · " + number(result.bytes()))
        .collect(Collectors.joining("; "));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
