package dev.lacuna.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Through Lacuna, no write is lost and no read is stale while the column comes and goes: with two
 * applications, each a JVM of its own that knows nothing of the other.
 *
 * <p>{@code -Dstorm.cycles=1000} for a long one, {@code -Dstorm.seed=…} for another one, {@code
 * -Dstorm.half-cycle=…} milliseconds for more traffic between one change and the next, {@code
 * -Dstorm.desks=…} for more threads a JVM, {@code -Dstorm.linger=…} milliseconds for other pauses
 * within a transaction.
 */
abstract class StormContract {

  private static final int CYCLES = Integer.getInteger("storm.cycles", 100);

  private static final long SEED = Long.getLong("storm.seed", 20261121L);
  private static final Duration HALF_CYCLE =
      Duration.ofMillis(Long.getLong("storm.half-cycle", 150));
  private static final int JVMS = 2;
  private static final int DESKS = Integer.getInteger("storm.desks", 2);
  private static final Duration LINGER = Duration.ofMillis(Long.getLong("storm.linger", 60));

  private final Engine engine;
  private final Plan plan;
  private final List<String> options;

  /**
   * @param options what is appended to the URLs of connections, in turn
   */
  StormContract(Engine engine, List<String> options) {
    this.engine = engine;
    this.plan = new Plan(engine, DESKS, 60, 20, 100, LINGER);
    this.options = options;
  }

  @Test
  void columnComesAndGoes_losesNothingAndReadsNothingStale(@TempDir Path folder) throws Exception {
    storm(folder, plan, new Changes(CYCLES / 2, HALF_CYCLE, Way.WITHOUT_SWAP));
  }

  /**
   * Without REPEATABLE READ: a snapshot that is older than the rows of the new table does not show
   * them, through whatever driver (PostgreSQL 18 manual, 13.6; MySQL and MariaDB: tried).
   */
  @Test
  void tableIsSwapped_losesNothingAndReadsNothingStale(@TempDir Path folder) throws Exception {
    storm(folder, plan.withoutSnapshots(), new Changes((CYCLES + 1) / 2, HALF_CYCLE, Way.ALL));
  }

  /** A storm through Lacuna, of which nothing may be found. */
  private void storm(Path folder, Plan plan, Changes changes) throws Exception {
    TestDatabase database = TestServer.shared(engine).database("storm");
    Storm.Outcome outcome =
        new Storms(database, plan, changes, JVMS, options, false)
            .run(folder, database.lacunaUrl(UsersTable.DECLARATION), SEED);
    System.out.println(
        "Storm on "
            + engine
            + " of "
            + changes.cycles()
            + " cycles, seed "
            + SEED
            + ": "
            + outcome);
    assertThat(outcome.findings().isClean()).as("%s", outcome).isTrue();
    assertThat(outcome.storedWrites()).as("writes while the column was there").isPositive();
    assertThat(outcome.vanishedWrites()).as("writes while it was missing").isPositive();
  }

  /** Where others want the processors, a few cycles may pass without a read that could be stale. */
  @Test
  void faultPlantedInOneJvm_isFound(@TempDir Path folder) throws Exception {
    Storm.Outcome outcome = stormWithFault(Files.createDirectory(folder.resolve("few")), 5);
    if (outcome.findings().count(Fault.STALE_READ) == 0) {
      outcome = stormWithFault(Files.createDirectory(folder.resolve("more")), 40);
    }
    assertThat(outcome.findings().count(Fault.STALE_READ)).as("%s", outcome).isPositive();
    assertThat(outcome.findings().count(Fault.LOST_WRITE)).as("%s", outcome).isZero();
  }

  private Storm.Outcome stormWithFault(Path folder, int cycles) throws Exception {
    TestDatabase database = TestServer.shared(engine).database("storm_detector");
    if (engine == Engine.POSTGRESQL) {
      database.run(ReferenceRunner.SET_UP);
    }
    Changes changes = new Changes(cycles, Duration.ofMillis(400), Way.WITHOUT_SWAP);
    return new Storms(database, plan, changes, JVMS, List.of(""), true)
        .run(folder, database.lacunaUrl(UsersTable.DECLARATION), SEED);
  }
}
