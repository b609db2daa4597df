package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.shift.LoggedShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a query took, before and after; milliseconds, null where nothing was measured. */
public record Latency(
    @Nullable Double p50Before,
    @Nullable Double p50After,
    @Nullable Double p95Before,
    @Nullable Double p95After) {

  static Latency of(LoggedShift shift) {
    return new Latency(
        shift.before().p50Ms(),
        shift.after().p50Ms(),
        shift.before().p95Ms(),
        shift.after().p95Ms());
  }

  /** How many times as long the 95th percentile is. */
  public Optional<Double> slowdown() {
    return p95Before == null || p95After == null || p95Before <= 0
        ? Optional.empty()
        : Optional.of(p95After / p95Before);
  }

  /** Milliseconds that a call takes longer; 0 where that is not known. */
  double added() {
    return p95Before == null || p95After == null ? 0 : p95After - p95Before;
  }

  /**
   * {@code p50 0.4 → 2 ms, p95 1.1 → 6.3 ms (5.7×)}; where it has not run since, {@code p50 0.4 ms,
   * p95 1.1 ms before; no call since}; empty where nothing was measured.
   */
  public String words() {
    if (p50Before != null && p95Before != null && p50After == null && p95After == null) {
      return "p50 %s ms, p95 %s ms before; no call since"
          .formatted(Words.number(p50Before), Words.number(p95Before));
    }
    List<String> parts = new ArrayList<>();
    percentile("p50", p50Before, p50After).ifPresent(parts::add);
    percentile("p95", p95Before, p95After).ifPresent(parts::add);
    String factor = slowdown().map(times -> " (" + Words.times(times) + ")").orElse("");
    return String.join(", ", parts) + factor;
  }

  private static Optional<String> percentile(
      String name, @Nullable Double before, @Nullable Double after) {
    return before == null && after == null
        ? Optional.empty()
        : Optional.of(name + " " + value(before) + " → " + value(after) + " ms");
  }

  private static String value(@Nullable Double milliseconds) {
    return milliseconds == null ? "?" : Words.number(milliseconds);
  }
}
