package dev.lacuna.agent.review.shift;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log: one query whose plan is another since its cause.
 *
 * @param time when it was logged
 * @param engine name and version: {@code postgresql 18.6}
 * @param fingerprint of the query's text; the same for all values
 * @param sql the text, masked
 * @param callSite the application's frame that ran it; null where it is not known
 * @param calls how often it was seen
 * @param shifts at least one
 * @param settled whether statistics have been gathered since, so that the plan will stay
 * @param key the same for every line of this shift
 */
public record LoggedShift(
    Instant time,
    String engine,
    String database,
    String fingerprint,
    String sql,
    @Nullable String callSite,
    long calls,
    Cause cause,
    PlanSide before,
    PlanSide after,
    List<Shift> shifts,
    boolean settled,
    String key) {

  public LoggedShift {
    shifts = List.copyOf(shifts);
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("shifts must not be empty");
    }
  }

  /** The worst one; of equals, the first. */
  public Shift worst() {
    Shift worst = shifts.get(0);
    for (Shift shift : shifts) {
      worst = shift.severity().compareTo(worst.severity()) > 0 ? shift : worst;
    }
    return worst;
  }

  public Severity severity() {
    return shifts.stream().map(Shift::severity).max(Comparator.naturalOrder()).orElseThrow();
  }

  public boolean isOn(String product) {
    return engine.toLowerCase(Locale.ROOT).startsWith(product);
  }
}
