package dev.lacuna.storm;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Gives a change of the table time to fall between two steps of the traffic. */
final class Pauses {

  private final Duration most;
  private final RandomGenerator random;

  Pauses(Duration most, RandomGenerator random) {
    this.most = most;
    this.random = random;
  }

  /** Waits at most as long as the plan lets. */
  void linger() {
    pause(random.nextLong(most.toMillis() + 1));
  }

  /** Waits in one of eight cases. */
  void seldom() {
    if (random.nextInt(8) == 0) {
      linger();
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
