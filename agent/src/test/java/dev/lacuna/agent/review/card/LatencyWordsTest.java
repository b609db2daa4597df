package dev.lacuna.agent.review.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyWordsTest {

  @Test
  void beforeAndAfter_areHeldAgainstEachOther() {
    assertThat(new Latency(0.4, 2.0, 1.1, 6.3).words())
        .isEqualTo("p50 0.40 → 2 ms, p95 1.1 → 6.3 ms (5.7×)");
  }

  @Test
  void queryThatHasNotRunSince_saysSo() {
    assertThat(new Latency(0.4, null, 1.1, null).words())
        .isEqualTo("p50 0.40 ms, p95 1.1 ms before; no call since");
  }

  @Test
  void nothingMeasured_isNothingSaid() {
    assertThat(new Latency(null, null, null, null).words()).isEmpty();
  }
}
