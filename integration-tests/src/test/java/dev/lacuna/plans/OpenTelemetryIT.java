package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with OpenTelemetry's agent besides, which changes the same classes. */
@Execution(ExecutionMode.CONCURRENT)
class OpenTelemetryIT {

  private static final String STAR = "SELECT * FROM orders WHERE customer_id = ?";

  /** The JVM warns of what the other agent does to its shared classes. */
  private static final String OF_THE_JVM = "Sharing is only supported";

  /** On a busy machine both agents take their time. */
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shift_isLogged_andNeitherAgentComplains(boolean first) throws Exception {
    TestDatabase database = ShopJvmIT.shop("jvm_otel_" + (first ? "first" : "last"));
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), options(first))) {
      String rows = application.run(30, STAR, 7);
      new Baselines(folder.resolve("baseline"))
          .awaitPlans(Engine.POSTGRESQL, database.name(), 1, AT_MOST);
      ShopJvmIT.elsewhere(database, "ALTER TABLE orders ADD COLUMN region text");
      List<JsonObject> lines =
          new PlanLog(ShopJvm.log(folder)).await(Engine.POSTGRESQL, database.name(), 1, AT_MOST);

      assertThat(rows).startsWith("rows 7 ");
      assertThat(lines).singleElement().asString().contains("covering-lost", STAR);
      assertThat(lines.get(0).get("callSite").getAsString()).startsWith("dev.lacuna.plans.Shop.");
      assertThat(application.end()).isZero();
      assertThat(application.errors())
          .anyMatch(line -> line.matches("Lacuna agent .*: attached at start-up"))
          .anyMatch(line -> line.contains("opentelemetry-javaagent - version"))
          .filteredOn(line -> !line.contains(OF_THE_JVM))
          .noneMatch(line -> line.matches("(?i).*(error|warn|exception|fault|\\tat ).*"));
    }
  }

  private String[] options(boolean first) {
    String other = "-javaagent:" + System.getProperty("opentelemetry.jar");
    List<String> options = new ArrayList<>(List.of(ShopJvm.agent(folder)));
    options.add(first ? 0 : 1, other);
    // Nothing is sent anywhere.
    for (String signal : List.of("traces", "metrics", "logs")) {
      options.add("-Dotel." + signal + ".exporter=none");
    }
    return options.toArray(String[]::new);
  }
}
