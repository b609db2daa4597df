package dev.lacuna.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.engine.Engine;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BlockedWatchTest {

  private static BlockedWatch blind(Duration budget) {
    return new BlockedWatch(
        Engine.POSTGRESQL,
        "1",
        () -> {
          throw new SQLException("there is no other connection");
        },
        budget);
  }

  @Test
  void blocked_noOtherConnection_isOneSessionsWaitInEachAttempt() throws InterruptedException {
    try (BlockedWatch watch = blind(Duration.ofHours(1))) {
      watch.attemptBegins();
      Thread.sleep(20);
      watch.attemptEnds();
      Duration first = watch.blocked();
      assertThat(first).isGreaterThanOrEqualTo(Duration.ofMillis(20));
      Thread.sleep(20);
      watch.attemptEnds();
      assertThat(watch.blocked()).isEqualTo(first);
      watch.attemptBegins();
      Thread.sleep(20);
      watch.attemptEnds();
      assertThat(watch.blocked()).isGreaterThanOrEqualTo(first.plusMillis(20));
      assertThat(watch.isSpent()).isFalse();
    }
  }

  @Test
  void isSpent_budgetUsedUp() throws InterruptedException {
    try (BlockedWatch watch = blind(Duration.ofMillis(10))) {
      watch.attemptBegins();
      Thread.sleep(20);
      watch.attemptEnds();
      assertThat(watch.isSpent()).isTrue();
    }
  }
}
