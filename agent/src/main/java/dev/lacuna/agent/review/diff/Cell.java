package dev.lacuna.agent.review.diff;

import dev.lacuna.agent.plan.PlanNode;

/**
 * A node where it is shown.
 *
 * @param depth how deep in its plan; the root's is 0
 */
public record Cell(int depth, PlanNode node) {}
