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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What JMH wrote with {@code -rf json}. */
final class Results {

  private static final String CPU = "cpu";
  private static final String BYTES = "gc.alloc.rate.norm";
  private static final String HEAP = "heap";

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
   * @param heap in use behind it, in megabytes; not a number where that is not measured
   * @param threads how many ran it at once
   */
  record Result(
      String benchmark,
      Map<String, String> parameters,
      double nanos,
      double bytes,
      double heap,
      int threads) {

    private static Result of(JsonObject json) {
      String name = json.get("benchmark").getAsString();
      JsonObject parameters =
          json.has("params") ? json.getAsJsonObject("params") : new JsonObject();
      JsonObject others = json.getAsJsonObject("secondaryMetrics");
      return new Result(
          name.substring(name.lastIndexOf('.') + 1),
          parameters.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      entry -> entry.getValue().getAsString(),
                      (one, other) -> one,
                      TreeMap::new)),
          others.has(CPU) ? score(others.get(CPU)) : score(json.get("primaryMetric")),
          others.has(BYTES) ? score(others.get(BYTES)) : Double.NaN,
          others.has(HEAP) ? score(others.get(HEAP)) : Double.NaN,
          json.get("threads").getAsInt());
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

  /** All of them, in the order of the run. */
  List<Result> all() {
    return all;
  }

  /** The benchmarks of the run. */
  List<String> benchmarks() {
    return all.stream().map(Result::benchmark).distinct().toList();
  }
}
