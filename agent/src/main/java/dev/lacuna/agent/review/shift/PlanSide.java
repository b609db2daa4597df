package dev.lacuna.agent.review.shift;

import dev.lacuna.agent.plan.PlanNode;
import org.jspecify.annotations.Nullable;

/**
 * A query before or after its shift.
 *
 * @param hash of the plan's shape; empty where there is no plan
 * @param summary the plan in a line
 * @param plan null where it could not be had
 * @param p50Ms the median latency in milliseconds; null where nothing was measured
 * @param p95Ms the 95th percentile in milliseconds; null where nothing was measured
 */
public record PlanSide(
    String hash,
    String summary,
    @Nullable PlanNode plan,
    @Nullable Double p50Ms,
    @Nullable Double p95Ms) {}
