package dev.lacuna.agent.explain;

import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.plan.PlanNode;
import java.util.Map;

/**
 * A plan, and the tables that it was made for, as they were when it was.
 *
 * @param tables by {@code schema.table}; empty for a statement that reads none that matter
 */
public record Explained(PlanNode plan, Map<String, TableState> tables) {}
