package dev.lacuna.agent.review.diff;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.util.Objects;
import java.util.Set;

/** What it costs to take one node of a plan for another's successor. To drop or add one costs 1. */
final class Likeness {

  /** Never: dropping the one and adding the other is cheaper. */
  static final double UNLIKE = 1_000;

  private static final double OTHER_WAY_TO_THE_SAME_TABLE = 0.6;
  private static final double OTHER_JOIN = 0.5;
  private static final double OTHER_ORDERING = 0.5;
  private static final double OTHER_TABLE = 1.6;
  private static final double OTHER_INDEX = 0.3;
  private static final double OTHER_DETAIL = 0.1;
  private static final double OTHER_ALIAS = 0.4;

  private static final Set<String> ORDERING =
      Set.of(Op.SORT, Op.INCREMENTAL_SORT, Op.FILESORT, Op.TEMPORARY);

  private Likeness() {}

  static double cost(PlanNode before, PlanNode after) {
    return before.op().equals(after.op()) ? sameOp(before, after) : otherOp(before, after);
  }

  private static double sameOp(PlanNode before, PlanNode after) {
    return (Objects.equals(before.relation(), after.relation()) ? 0 : OTHER_TABLE)
        + (Objects.equals(before.alias(), after.alias()) ? 0 : OTHER_ALIAS)
        + (Objects.equals(before.index(), after.index()) ? 0 : OTHER_INDEX)
        + (Details.differing(before, after).isEmpty() ? 0 : OTHER_DETAIL);
  }

  private static double otherOp(PlanNode before, PlanNode after) {
    if (before.relation() != null && before.relation().equals(after.relation())) {
      return OTHER_WAY_TO_THE_SAME_TABLE
          + (Objects.equals(before.alias(), after.alias()) ? 0 : OTHER_ALIAS);
    }
    if (Op.JOINS.contains(before.op()) && Op.JOINS.contains(after.op())) {
      return OTHER_JOIN;
    }
    return ORDERING.contains(before.op()) && ORDERING.contains(after.op())
        ? OTHER_ORDERING
        : UNLIKE;
  }
}
