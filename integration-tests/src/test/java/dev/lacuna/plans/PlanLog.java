package dev.lacuna.plans;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** What the agent has logged. */
record PlanLog(Path file) {

  /** The log of the agent that is attached to this JVM. */
  static PlanLog ofThisJvm() {
    return new PlanLog(Path.of(System.getProperty("lacuna.agent.log")));
  }

  List<JsonObject> lines(String database) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .filter(line -> line.get("database").getAsString().equals(database))
        .toList();
  }

  /** The lines of a database, once there is one that fits, or after the time. */
  List<JsonObject> await(String database, Predicate<JsonObject> fits, Duration time)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (lines(database).stream().noneMatch(fits) && System.nanoTime() - end < 0) {
      Thread.sleep(100);
    }
    return lines(database);
  }
}
