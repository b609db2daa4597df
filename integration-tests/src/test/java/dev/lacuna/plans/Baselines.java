package dev.lacuna.plans;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lacuna.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the agent remembers, as far as it has written it: for tests to go on when it has seen
 * enough, however busy the machine is.
 */
record Baselines(Path folder) {

  /** Those of the agent that is attached to this JVM. */
  static Baselines ofThisJvm() {
    Path log = Path.of(System.getProperty("agent.log"));
    return new Baselines(log.resolveSibling("."));
  }

  /** Waits until so many queries of a database have a plan, or for so long. */
  void awaitPlans(Engine engine, String database, int queries, Duration time) throws Exception {
    await(engine, database, stored -> plans(stored) >= queries, time);
  }

  /** Waits until a column of a database was noticed, or for so long. */
  void awaitArrival(Engine engine, String database, Duration time) throws Exception {
    await(engine, database, stored -> !stored.getAsJsonArray("arrivals").isEmpty(), time);
  }

  private static long plans(JsonObject stored) {
    return StreamSupport.stream(stored.getAsJsonArray("queries").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(query -> !query.getAsJsonArray("plans").isEmpty())
        .count();
  }

  private void await(Engine engine, String database, Predicate<JsonObject> fits, Duration time)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    while (!isStored(engine, database, fits) && System.nanoTime() - end < 0) {
      Thread.sleep(100);
    }
  }

  private boolean isStored(Engine engine, String database, Predicate<JsonObject> fits)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    String name = engine.urlName() + "-" + database + "-[0-9a-f]{8}\\.json";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.getFileName().toString().matches(name)).toList()) {
        if (fits.test(JsonParser.parseString(Files.readString(file)).getAsJsonObject())) {
          return true;
        }
      }
      return false;
    }
  }
}
