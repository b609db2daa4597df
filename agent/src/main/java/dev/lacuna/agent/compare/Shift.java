package dev.lacuna.agent.compare;

import org.jspecify.annotations.Nullable;

/**
 * One thing that has shifted between two plans.
 *
 * @param table without its schema; null where the shift is of the whole plan
 * @param from what it was before, as words of the plan
 * @param to what it is after
 */
public record Shift(
    ShiftKind kind, @Nullable String table, String from, String to, Severity severity) {

  static Shift of(ShiftKind kind, @Nullable String table, String from, String to) {
    return new Shift(kind, table, from, to, kind.severity());
  }
}
