package dev.lacuna.asif;

import dev.lacuna.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a call led to.
 *
 * @param tables the content of every table afterwards, as far as both twins have its columns
 * @param message of the error, if there was one; it is shown, not compared
 */
record Outcome(List<Result> results, Map<String, String> tables, String message) {

  boolean failed() {
    return results.stream().anyMatch(Result.Failed.class::isInstance);
  }

  boolean hasFailedWith(String sqlState) {
    return results.stream()
        .anyMatch(
            result -> result instanceof Result.Failed failed && failed.sqlState().equals(sqlState));
  }

  boolean agreesWith(Outcome other, Engine engine) {
    return comparable(engine).equals(other.comparable(engine)) && tables.equals(other.tables);
  }

  private List<Result> comparable(Engine engine) {
    return results.stream().map(result -> result.comparable(engine)).toList();
  }

  /** The results, and of the tables those that the other outcome has otherwise. */
  String toldBeside(Outcome other) {
    String told = results.stream().map(Result::toString).collect(Collectors.joining("\n    "));
    String content =
        tables.entrySet().stream()
            .filter(table -> other.tables.containsKey(table.getKey()))
            .filter(table -> !table.getValue().equals(other.tables.get(table.getKey())))
            .map(table -> "\n    " + table.getKey() + ": " + table.getValue())
            .collect(Collectors.joining());
    return told + (message.isEmpty() ? "" : "\n    " + message) + content;
  }
}
