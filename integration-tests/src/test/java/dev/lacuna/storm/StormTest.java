package dev.lacuna.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Through Lacuna, no write is lost and no read is stale while the column comes and goes.
 *
 * <p>{@code -Dstorm.cycles=5000} for a long one, {@code -Dstorm.seed=…} for another one.
 */
class StormTest {

  private static final int CYCLES = Integer.getInteger("storm.cycles", 50);
  private static final long SEED = Long.getLong("storm.seed", 20261121L);
  private static final Plan PLAN = new Plan(4, 60, 20, 400, Duration.ofMillis(60));

  /** A table has 1,600 columns at most in its life, and each dropped one counts. */
  private static final int CYCLES_A_TABLE = 1_000;

  /** Hundreds of operations between one change and the next. */
  @Test
  void muchTraffic_losesNothingAndReadsNothingStale() throws Exception {
    storm(CYCLES, Duration.ofMillis(250));
  }

  /** A change every few operations: most of what can go wrong does so around it. */
  @Test
  void muchChange_losesNothingAndReadsNothingStale() throws Exception {
    storm(4 * CYCLES, Duration.ofMillis(40));
  }

  private static void storm(int cycles, Duration halfCycle) throws Exception {
    for (int done = 0; done < cycles; done += CYCLES_A_TABLE) {
      TestDatabase database = TestServer.shared().database("storm");
      String url = database.lacunaUrl(UsersTable.DECLARATION) + StormRun.PREPARED_AT_ONCE;
      int once = Math.min(CYCLES_A_TABLE, cycles - done);
      Storm.Outcome outcome =
          new StormRun(database, url, PLAN, once, halfCycle).overAllRunners(SEED + done);
      System.out.println("Storm of " + once + " cycles, seed " + (SEED + done) + ": " + outcome);
      assertThat(outcome.findings().isClean()).as("%s", outcome).isTrue();
      assertThat(outcome.storedWrites()).as("writes while the column was there").isPositive();
      assertThat(outcome.vanishedWrites()).as("writes while it was missing").isPositive();
    }
  }
}
