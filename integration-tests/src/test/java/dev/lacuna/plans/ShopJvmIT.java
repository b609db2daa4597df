package dev.lacuna.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.tools.attach.VirtualMachine;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged agent on JVMs of their own, as its users attach it. */
@Execution(ExecutionMode.CONCURRENT)
class ShopJvmIT {

  private static final String STAR = "SELECT * FROM orders WHERE customer_id = ?";
  private static final String NAMED = "SELECT id, total FROM orders WHERE customer_id = ?";
  private static final String ADD = "ALTER TABLE orders ADD COLUMN region text";

  /** The longest that is waited for what is to come, on a machine however busy. */
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  /** So long what is not to come is waited for. */
  private static final Duration UNMOVED = Duration.ofSeconds(6);

  @TempDir private Path folder;

  static TestDatabase shop(String name) throws Exception {
    return Agent.unseen(
        () -> {
          TestDatabase database = TestServer.shared().database(name);
          for (String statement :
              List.of(
                  // What is not flushed cannot be marked as visible to all by a VACUUM.
                  "ALTER DATABASE " + name + " SET synchronous_commit = on",
                  "CREATE TABLE orders (id int PRIMARY KEY, customer_id int, total int)"
                      + " WITH (autovacuum_enabled = off)",
                  "INSERT INTO orders SELECT i, i % 500, i FROM generate_series(1, 20000) i",
                  "CREATE INDEX o_cov ON orders (customer_id) INCLUDE (id, total)",
                  "VACUUM ANALYZE orders")) {
            database.run(statement);
          }
          return database;
        });
  }

  static void elsewhere(TestDatabase database, String sql) throws Exception {
    Agent.unseen(
        () -> {
          database.run(sql);
          return true;
        });
  }

  private void awaitPlans(String database, int queries) throws Exception {
    new Baselines(folder.resolve("baseline"))
        .awaitPlans(Engine.POSTGRESQL, database, queries, AT_MOST);
  }

  private List<JsonObject> lines(String database, int count) throws Exception {
    PlanLog log = new PlanLog(ShopJvm.log(folder));
    return log.await(Engine.POSTGRESQL, database, count, AT_MOST);
  }

  @Test
  void foreignColumn_shiftsAPlan_isLogged_andSettlesUnderTheSameKey() throws Exception {
    TestDatabase database = shop("jvm_foreign");
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder))) {
      application.run(30, STAR, 7);
      application.run(30, NAMED, 7);
      awaitPlans(database.name(), 2);
      elsewhere(database, ADD);
      List<JsonObject> first = lines(database.name(), 1);
      elsewhere(database, "VACUUM ANALYZE orders");
      List<JsonObject> both = lines(database.name(), 2);

      assertThat(first).hasSize(1);
      assertThat(first.get(0).get("sql").getAsString()).isEqualTo(STAR);
      assertThat(first.get(0).get("settled").getAsBoolean()).isFalse();
      assertThat(first.get(0).get("callSite").getAsString())
          .startsWith("dev.lacuna.plans.Shop.run");
      assertThat(cause(first.get(0))).isEqualTo("public.orders region add-column catalog");
      assertThat(both).hasSize(2);
      assertThat(both.get(1).get("settled").getAsBoolean()).isTrue();
      assertThat(both.get(1).get("key")).isEqualTo(first.get(0).get("key"));
      assertThat(application.end()).isZero();
      assertThat(application.errors()).hasSize(1).first().asString().contains("attached");
    }
  }

  @Test
  void foreignColumn_thatShiftsNothing_leavesAnEmptyLog() throws Exception {
    TestDatabase database = shop("jvm_none");
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder))) {
      application.run(30, NAMED, 7);
      awaitPlans(database.name(), 1);
      elsewhere(database, ADD);
      application.run(30, NAMED, 7);
      Thread.sleep(UNMOVED.toMillis());

      assertThat(ShopJvm.log(folder)).isEmptyFile();
    }
  }

  @Test
  void backfill_thatAVacuumMendsAgain_isNotSettled() throws Exception {
    TestDatabase database = shop("jvm_transient");
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder))) {
      application.run(30, NAMED, 7);
      awaitPlans(database.name(), 1);
      elsewhere(database, ADD);
      new Baselines(folder.resolve("baseline"))
          .awaitArrival(Engine.POSTGRESQL, database.name(), AT_MOST);
      elsewhere(database, "UPDATE orders SET region = 'north'");
      elsewhere(database, "ANALYZE orders");
      List<JsonObject> shift = lines(database.name(), 1);
      elsewhere(database, "VACUUM ANALYZE orders");
      Thread.sleep(UNMOVED.toMillis());

      assertThat(shift).hasSize(1);
      assertThat(cause(shift.get(0))).isEqualTo("public.orders region backfill catalog");
      assertThat(lines(database.name(), 1)).isEqualTo(shift);
    }
  }

  @Test
  void columnThatCameWhileTheApplicationWasDown_isFoundAfterItsRestart() throws Exception {
    TestDatabase database = shop("jvm_restart");
    try (ShopJvm before = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder))) {
      before.run(30, STAR, 7);
      awaitPlans(database.name(), 1);
      assertThat(before.end()).isZero();
    }
    elsewhere(database, ADD);
    try (ShopJvm after = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder))) {
      after.run(30, STAR, 7);
      List<JsonObject> lines = lines(database.name(), 1);

      assertThat(lines).hasSize(1);
      assertThat(cause(lines.get(0))).isEqualTo("public.orders region add-column catalog");
      assertThat(lines.get(0).getAsJsonObject("before").get("p50Ms").isJsonNull()).isFalse();
    }
  }

  @Test
  void twoJvms_onOneFolder_logAShiftOnce() throws Exception {
    TestDatabase database = shop("jvm_two");
    try (ShopJvm one = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder));
        ShopJvm other = ShopJvm.start(folder, database.plainUrl(), ShopJvm.agent(folder))) {
      one.run(30, STAR, 7);
      other.run(30, STAR, 8);
      awaitPlans(database.name(), 1);
      one.run(1, ADD);
      assertThat(lines(database.name(), 1)).hasSize(1);
      Thread.sleep(UNMOVED.toMillis());

      assertThat(lines(database.name(), 1)).hasSize(1);
    }
  }

  @Test
  void agent_attachedToARunningJvm_seesWhatFollows() throws Exception {
    TestDatabase database = shop("jvm_attach");
    // From JDK 21 on the JVM warns of an attach that nobody has allowed.
    try (ShopJvm application =
        ShopJvm.start(folder, database.plainUrl(), "-XX:+EnableDynamicAgentLoading")) {
      application.run(1, STAR, 7);
      VirtualMachine jvm = VirtualMachine.attach(String.valueOf(application.pid()));
      jvm.loadAgent(ShopJvm.agentJar(), ShopJvm.agentOptions(folder));
      jvm.loadAgent(ShopJvm.agentJar(), ShopJvm.agentOptions(folder));
      jvm.detach();
      application.run(1, STAR, 7);

      assertThat(application.end()).isZero();
      assertThat(application.errors()).hasSize(2);
      assertThat(application.errors().get(0)).endsWith("attached to the running JVM");
      assertThat(application.errors().get(1)).endsWith("is attached already; this one steps aside");
    }
  }

  @Test
  void log_isThereAtOnce_andAReviewOfItFindsNothing() throws Exception {
    TestDatabase database = shop("jvm_quiet");
    Path log = ShopJvm.log(folder.resolve("not").resolve("there"));
    String agent = "-javaagent:%s=log=%s".formatted(ShopJvm.agentJar(), log);
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), agent)) {
      application.run(1, "SELECT 1");

      assertThat(log).isEmptyFile();
      assertThat(application.end()).isZero();
    }
    Process review =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ShopJvm.agentJar(),
                "review",
                log.toString(),
                "--fail-on",
                "info")
            .redirectErrorStream(true)
            .start();
    String said = new String(review.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(review.waitFor()).as("%s", said).isZero();
  }

  @Test
  void logThatCannotBeWritten_isSaid_andTheApplicationRuns() throws Exception {
    TestDatabase database = shop("jvm_no_log");
    Path file = Files.createFile(folder.resolve("file"));
    String agent = "-javaagent:%s=log=%s".formatted(ShopJvm.agentJar(), file.resolve("log"));
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), agent)) {
      assertThat(application.run(1, "SELECT 1")).isEqualTo("rows 1");
      assertThat(application.end()).isZero();
      assertThat(application.errors())
          .singleElement()
          .asString()
          .contains("not started: the log cannot be made: " + file);
    }
  }

  @Test
  void wrongOption_isSaid_andTheApplicationRuns() throws Exception {
    TestDatabase database = shop("jvm_option");
    String agent = "-javaagent:" + ShopJvm.agentJar() + "=logg=x";
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), agent)) {
      assertThat(application.run(1, "SELECT 1")).isEqualTo("rows 1");
      assertThat(application.end()).isZero();
      assertThat(application.errors())
          .singleElement()
          .asString()
          .contains("not started: option 'logg=x' is not known");
    }
  }

  @Test
  void application_answersTheSame_withTheAgentAndWithout() throws Exception {
    assertThat(answers("jvm_with", ShopJvm.agent(folder)))
        .isEqualTo(answers("jvm_without", "-Dagent=none"));
  }

  private List<String> answers(String name, String option) throws Exception {
    TestDatabase database = shop(name);
    List<String> answers = new ArrayList<>();
    try (ShopJvm application = ShopJvm.start(folder, database.plainUrl(), option)) {
      answers.add(application.run(20, STAR, 7));
      answers.add(application.run(1, "SELECT nothing FROM orders"));
      answers.add(application.run(1, "INSERT INTO orders VALUES (?, 1, 1)", 7));
      answers.add(application.run(1, "UPDATE orders SET total = 0 WHERE customer_id = ?", 7));
      answers.add(application.run(1, ADD));
      answers.add(application.run(20, NAMED, 7));
      answers.add("exit " + application.end());
    }
    return answers;
  }

  private static String cause(JsonObject line) {
    JsonObject cause = line.getAsJsonObject("cause");
    return String.join(
        " ",
        List.of("table", "column", "event", "source").stream()
            .map(name -> cause.get(name).getAsString())
            .toList());
  }
}
