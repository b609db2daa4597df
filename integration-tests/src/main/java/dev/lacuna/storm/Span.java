package dev.lacuna.storm;

import dev.lacuna.storm.SchemaClock.Step;

/** The ticks that were read before something began and after it had ended. */
record Span(long from, long to) {

  /** Whether the column was in this one state all the time. */
  boolean within(Step step) {
    return from == to && SchemaClock.step(from) == step;
  }

  @Override
  public String toString() {
    return from == to
        ? SchemaClock.describe(from)
        : SchemaClock.describe(from) + " to " + SchemaClock.describe(to);
  }
}
