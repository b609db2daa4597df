package dev.lacuna.storm;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The life of the column in steps, four to a cycle.
 *
 * <p>The one thread that changes the schema advances the clock <em>before</em> it sends a DDL
 * statement and again <em>after</em> that statement has returned. So whoever reads the same tick
 * before a statement and after it knows that no DDL was under way meanwhile: within {@link
 * Step#PRESENT} the server had the column, within {@link Step#ABSENT} it had not. The counter is a
 * volatile field at heart, and that is the whole happens-before argument.
 */
public final class SchemaClock {

  /** What a tick says of the column. */
  public enum Step {
    ABSENT,
    ADDING,
    PRESENT,
    DROPPING
  }

  private static final Step[] STEPS = Step.values();

  private final AtomicLong tick = new AtomicLong();

  /** The tick now; it starts in {@link Step#ABSENT} of cycle 0. */
  public long now() {
    return tick.get();
  }

  /** To be called by the one thread that changes the schema. */
  void advance() {
    tick.incrementAndGet();
  }

  static Step step(long tick) {
    return STEPS[(int) (tick % STEPS.length)];
  }

  static String describe(long tick) {
    return step(tick) + " of cycle " + tick / STEPS.length;
  }
}
