package dev.lacuna.plans;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lacuna.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the agent has logged. */
record PlanLog(Path file) {

  /** The log of the agent that is attached to this JVM. */
  static PlanLog ofThisJvm() {
    return new PlanLog(Path.of(System.getProperty("agent.log")));
  }

  /** The lines of a database that are written to their end. */
  List<JsonObject> lines(Engine engine, String database) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String log = Files.readString(file);
    return log.substring(0, log.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .filter(line -> line.get("engine").getAsString().startsWith(engine.urlName() + " "))
        .filter(line -> line.get("database").getAsString().equals(database))
        .toList();
  }

  /** The lines of a database, once there are so many, or after the time. */
  List<JsonObject> await(Engine engine, String database, int count, Duration time)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (lines(engine, database).size() < count && System.nanoTime() - end < 0) {
      Thread.sleep(100);
    }
    return lines(engine, database);
  }
}
