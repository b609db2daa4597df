package dev.lacuna.agent.review.accept;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a shift may stay.
 *
 * @param key of the shift
 * @param hash of the plan that was accepted; the word does not hold for another one
 * @param query what is accepted, for those who read the file
 * @param by who
 * @param why the reason
 * @param on the day of acceptance
 * @param until the last day on which it holds; null for as long as the plan stays
 */
public record Acceptance(
    String key,
    String hash,
    String query,
    String by,
    String why,
    LocalDate on,
    @Nullable LocalDate until) {

  public boolean hasPassed(LocalDate today) {
    return until != null && today.isAfter(until);
  }
}
