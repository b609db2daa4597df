package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.diff.PlanDiff;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.shift.Shift;
import java.util.List;
import java.util.Optional;

/**
 * A query's shift, and what has been said about it.
 *
 * @param acceptance the one that holds
 * @param lapsed why an acceptance of this shift no longer holds
 */
public record Finding(LoggedShift shift, Optional<Acceptance> acceptance, Optional<String> lapsed) {

  private static final double NOT_SLOWER = 1.2;
  private static final double FASTER = 0.8;

  public boolean isAccepted() {
    return acceptance.isPresent();
  }

  public Severity severity() {
    return shift.severity();
  }

  /** Whether the query is better off: nothing but gains, or faster by a fifth. */
  public boolean isImprovement() {
    double slowdown = latency().slowdown().orElse(1.0);
    return severity() == Severity.INFO
        && (slowdown <= FASTER || (slowdown <= NOT_SLOWER && anyGain()));
  }

  private boolean anyGain() {
    return shift.shifts().stream().anyMatch(told -> Telling.of(told).isGain());
  }

  public String sentence() {
    return Sentence.of(shift);
  }

  /** The method, or the statement's first words. */
  public String subject() {
    return Sentence.subject(shift);
  }

  public Latency latency() {
    return Latency.of(shift);
  }

  public List<Badge> badges() {
    return Badge.of(shift.shifts());
  }

  public List<Remedy> remedies() {
    return Remedies.of(shift);
  }

  public PlanDiff plans() {
    return PlanDiff.of(shift.before().plan(), shift.after().plan());
  }

  /** The tables that the shifts are of, without their schemas. */
  public List<String> tables() {
    return shift.shifts().stream()
        .map(told -> told.table() == null ? shift.cause().tableName() : name(told))
        .distinct()
        .toList();
  }

  private static String name(Shift told) {
    String table = String.valueOf(told.table());
    return table.substring(table.lastIndexOf('.') + 1);
  }

  /** All calls' added time, by which findings of one severity are ordered. */
  double weight() {
    return latency().added() * Math.max(1, shift.calls());
  }
}
