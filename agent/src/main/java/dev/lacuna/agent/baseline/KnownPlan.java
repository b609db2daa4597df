package dev.lacuna.agent.baseline;

import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.plan.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A plan that was seen.
 *
 * @param plan null for one that could not be had
 */
public record KnownPlan(String hash, String summary, @Nullable PlanNode plan) {

  public static KnownPlan of(PlanNode plan) {
    return new KnownPlan(Shape.hash(plan), Shape.summary(plan), plan);
  }

  /** What stands for the plan of a statement that the server refuses. */
  public static KnownPlan unobtainable(String sqlState) {
    return new KnownPlan("refused-" + sqlState, "UNOBTAINABLE(" + sqlState + ")", null);
  }
}
