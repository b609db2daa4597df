package dev.lacuna.agent.compare;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares two plans of one query whose shapes differ. */
public final class Comparison {

  private static final String NONE = "none";

  private final PlanNode before;
  private final PlanNode after;
  private final Predicate<String> isBig;
  private final List<Shift> shifts = new ArrayList<>();

  private Comparison(PlanNode before, PlanNode after, Predicate<String> isBig) {
    this.before = before;
    this.after = after;
    this.isBig = isBig;
  }

  /**
   * What has shifted, the worst first; at least one.
   *
   * @param isBig whether reading all of a table, {@code schema.table}, is a matter
   */
  public static List<Shift> of(PlanNode before, PlanNode after, Predicate<String> isBig) {
    Comparison comparison = new Comparison(Shape.folded(before), Shape.folded(after), isBig);
    return comparison.compare();
  }

  /** The shift of a query that the server refuses now. */
  public static List<Shift> refused(PlanNode before, String sqlState) {
    return List.of(
        Shift.of(ShiftKind.PLAN_UNOBTAINABLE, null, Shape.summary(before), "SQLSTATE " + sqlState));
  }

  private List<Shift> compare() {
    new Scans(before, after, isBig).compare(shifts);
    new Joins(before, after, isBig).compare(shifts);
    counted(
        ShiftKind.SORT_ADDED, ShiftKind.SORT_REMOVED, Op.SORT, Op.INCREMENTAL_SORT, Op.FILESORT);
    counted(ShiftKind.TEMPORARY_ADDED, ShiftKind.TEMPORARY_REMOVED, Op.TEMPORARY);
    subplans();
    spills();
    if (count(before, Op.GATHER, Op.GATHER_MERGE) > 0
        != count(after, Op.GATHER, Op.GATHER_MERGE) > 0) {
      add(ShiftKind.PARALLEL_CHANGED, parallel(before), parallel(after));
    }
    if (shifts.isEmpty()) {
      add(ShiftKind.NODES_CHANGED, nodes(before), nodes(after));
    }
    new Scans(before, after, isBig).compareRows(shifts);
    shifts.sort((one, other) -> other.severity().compareTo(one.severity()));
    return List.copyOf(shifts);
  }

  private void counted(ShiftKind added, ShiftKind removed, String... ops) {
    long was = count(before, ops);
    long is = count(after, ops);
    if (is > was) {
      add(added, names(before, ops), names(after, ops));
    } else if (is < was) {
      add(removed, names(before, ops), names(after, ops));
    }
  }

  /** PostgreSQL says {@code hashed SubPlan}; MySQL's subquery is materialised or dependent. */
  private void subplans() {
    long was = hashed(before);
    long is = hashed(after);
    if (is < was && unhashed(after) > unhashed(before)) {
      add(ShiftKind.SUBPLAN_UNHASHED, "hashed", "run for each row");
    } else if (is > was && unhashed(after) < unhashed(before)) {
      add(ShiftKind.SUBPLAN_HASHED, "run for each row", "hashed");
    }
  }

  private static long hashed(PlanNode plan) {
    return plan.stream()
        .filter(
            node ->
                mentions(node, "hashed SubPlan")
                    || "materialized".equals(node.detail().get("subquery")))
        .count();
  }

  private static long unhashed(PlanNode plan) {
    return plan.stream()
        .filter(
            node ->
                (mentions(node, "SubPlan") && !mentions(node, "hashed SubPlan"))
                    || "dependent".equals(node.detail().get("subquery")))
        .count();
  }

  private static boolean mentions(PlanNode node, String words) {
    return node.detail().values().stream().anyMatch(value -> value.contains(words));
  }

  private void spills() {
    boolean was = spills(before);
    boolean is = spills(after);
    if (is != was) {
      add(
          is ? ShiftKind.SPILL : ShiftKind.SPILL_GONE,
          was ? "more than its memory" : "in memory",
          is ? "more than its memory" : "in memory");
    }
  }

  private static boolean spills(PlanNode plan) {
    return plan.stream().anyMatch(node -> node.detail().containsKey("spill"));
  }

  private static long count(PlanNode plan, String... ops) {
    return plan.stream().filter(node -> node.is(ops)).count();
  }

  private static String names(PlanNode plan, String... ops) {
    List<String> names =
        plan.stream().filter(node -> node.is(ops)).map(node -> node.op() + keys(node)).toList();
    return names.isEmpty() ? NONE : String.join(", ", names);
  }

  private static String keys(PlanNode node) {
    String keys = node.detail().get("sortKey");
    return keys == null ? "" : "(" + keys + ")";
  }

  private static String parallel(PlanNode plan) {
    return count(plan, Op.GATHER, Op.GATHER_MERGE) > 0 ? "parallel" : "not parallel";
  }

  private static String nodes(PlanNode plan) {
    return String.join(" > ", plan.stream().map(PlanNode::op).distinct().toList());
  }

  private void add(ShiftKind kind, String from, String to) {
    shifts.add(Shift.of(kind, null, from, to));
  }
}
