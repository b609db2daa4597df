package dev.lacuna.agent.explain;

import dev.lacuna.agent.bridge.Bridge;
import dev.lacuna.agent.plan.PlanNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Reads what a server says of a plan. Its form is no promise of the server's: a plan that is of
 * another one cannot be had, like a plan that the server refuses, and is no fault that counts.
 */
final class PlanReading {

  private static final AtomicBoolean SAID = new AtomicBoolean();

  private PlanReading() {}

  /**
   * The plan.
   *
   * @throws UnfitException if it cannot be read; the first time, standard error has a line of it
   */
  static PlanNode of(String engine, Supplier<PlanNode> reading) throws UnfitException {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      // Its message may have values in it.
      if (SAID.compareAndSet(false, true)) {
        Bridge.say("cannot read a plan of " + engine + "; such statements are left alone");
      }
      throw new UnfitException("its plan cannot be read: " + e.getClass().getName());
    }
  }
}
