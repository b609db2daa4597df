package dev.lacuna.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatencyTest {

  private final Latency latency = new Latency();

  private void record(long millis) {
    latency.record(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void now_withoutACall_isNone() {
    assertThat(latency.now()).isEqualTo(Percentiles.NONE);
  }

  @Test
  void now_afterOneCall_isItsTime() {
    record(7);

    assertThat(latency.now()).isEqualTo(new Percentiles(7.0, 7.0));
  }

  @Test
  void now_afterMany_countsTheFirstAsWell() {
    record(100);
    for (int i = 0; i < 9; i++) {
      record(1);
    }

    assertThat(latency.now().p50()).isBetween(0.9, 1.1);
    assertThat(latency.now().p95()).isBetween(90.0, 110.0);
  }

  @Test
  void turn_beginsAnew_andKeepsWhatWasBefore() {
    record(7);
    latency.turn();
    assertThat(latency.now()).isEqualTo(Percentiles.NONE);
    assertThat(latency.before()).isEqualTo(new Percentiles(7.0, 7.0));

    record(3);
    latency.turn();
    latency.turn();
    assertThat(latency.before()).isEqualTo(new Percentiles(3.0, 3.0));
  }
}
