package dev.lacuna.benchmarks.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What JMH wrote with {@code -rf json}. */
final class Results {

  private static final String CPU = "cpu";
  private static final String BYTES = "gc.alloc.rate.norm";

  private final List<Result> all;

  private Results(List<Result> all) {
    this.all = all;
  }

  /**
   * One benchmark with one set of parameters.
   *
   * @param benchmark the name of the method
   * @param nanos processor time of an operation; the time on the clock where that is not measured
   * @param bytes allocated by an operation; not a number where that is not measured
   */
  record Result(String benchmark, Map<String, String> parameters, double nanos, double bytes) {

    private static Result of(JsonObject json) {
      String name = json.get("benchmark").getAsString();
      JsonObject parameters =
          json.has("params") ? json.getAsJsonObject("params") : new JsonObject();
      JsonObject others = json.getAsJsonObject("secondaryMetrics");
      return new Result(
          name.substring(name.lastIndexOf('.') + 1),
          parameters.entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getAsString())),
          others.has(CPU) ? score(others.get(CPU)) : score(json.get("primaryMetric")),
          others.has(BYTES) ? score(others.get(BYTES)) : Double.NaN);
    }

    private static double score(JsonElement metric) {
      return metric.getAsJsonObject().get("score").getAsDouble();
    }

    String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  static Results read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonArray results = JsonParser.parseReader(reader).getAsJsonArray();
      return new Results(
          StreamSupport.stream(results.spliterator(), false)
              .map(result -> Result.of(result.getAsJsonObject()))
              .toList());
    }
  }

  /** Those of one benchmark, in the order of the run. */
  List<Result> of(String benchmark) {
    return all.stream().filter(result -> result.benchmark().equals(benchmark)).toList();
  }

  /** The benchmarks of the run. */
  List<String> benchmarks() {
    return all.stream().map(Result::benchmark).distinct().toList();
  }
}
