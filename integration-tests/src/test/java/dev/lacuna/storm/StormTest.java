package dev.lacuna.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.servers.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Through Lacuna, no write is lost and no read is stale while the column comes and goes.
 *
 * <p>{@code -Dstorm.cycles=5000} for a long one, {@code -Dstorm.halfCycleMillis=40} for one with
 * more change than traffic, {@code -Dstorm.seed=…} for another one.
 */
class StormTest {

  private static final int CYCLES = Integer.getInteger("storm.cycles", 50);
  private static final long SEED = Long.getLong("storm.seed", 20261121L);
  private static final Plan PLAN = new Plan(4, 60, 20, 400, Duration.ofMillis(60));
  private static final Duration HALF_CYCLE =
      Duration.ofMillis(Integer.getInteger("storm.halfCycleMillis", 300));

  /** A table has 1,600 columns at most in its life, and each dropped one counts. */
  private static final int CYCLES_A_TABLE = 1_000;

  @Test
  void storm_addAndDropUnderTraffic_losesNothingAndReadsNothingStale() throws Exception {
    for (int done = 0; done < CYCLES; done += CYCLES_A_TABLE) {
      Storm.Outcome outcome = storm(Math.min(CYCLES_A_TABLE, CYCLES - done), SEED + done);
      System.out.println("storm " + (SEED + done) + ": " + outcome);
      assertThat(outcome.findings().isClean()).as("%s", outcome).isTrue();
      assertThat(outcome.storedWrites()).as("writes while the column was there").isPositive();
      assertThat(outcome.vanishedWrites()).as("writes while it was missing").isPositive();
    }
  }

  private static Storm.Outcome storm(int cycles, long seed) throws Exception {
    var database = TestServer.shared().database("storm");
    String url = database.lacunaUrl(UsersTable.DECLARATION) + StormRun.PREPARED_AT_ONCE;
    return new StormRun(database, url, PLAN, cycles, HALF_CYCLE).overAllRunners(seed);
  }
}
