package dev.lacuna.agent.review.diff;

import dev.lacuna.agent.plan.PlanNode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of two plans side by side.
 *
 * @param before null where the node is new
 * @param after null where the node is gone
 */
public record PlanRow(Change change, @Nullable Cell before, @Nullable Cell after) {

  /** From here on an estimate of rows is another one; below, it is noise. */
  private static final double ROWS_APART = 10;

  static PlanRow of(Cell before, Cell after) {
    PlanRow row = new PlanRow(Change.CHANGED, before, after);
    return row.differences().isEmpty() ? new PlanRow(Change.SAME, before, after) : row;
  }

  static PlanRow removed(Cell before) {
    return new PlanRow(Change.REMOVED, before, null);
  }

  static PlanRow added(Cell after) {
    return new PlanRow(Change.ADDED, null, after);
  }

  PlanRow moved() {
    return new PlanRow(Change.MOVED, before, after);
  }

  /** The cell that there is; the one after where there are both. */
  public Cell cell() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /**
   * What of the node is another, by name: {@code op}, {@code relation}, {@code index}, {@code
   * rows}, or that of a detail. Empty where one side is.
   */
  public Set<String> differences() {
    Set<String> names = new LinkedHashSet<>();
    if (before == null || after == null) {
      return names;
    }
    PlanNode was = before.node();
    PlanNode is = after.node();
    addUnless(was.op().equals(is.op()), "op", names);
    addUnless(Objects.equals(was.relation(), is.relation()), "relation", names);
    addUnless(Objects.equals(was.index(), is.index()), "index", names);
    names.addAll(Details.differing(was, is));
    addUnless(areNear(was.rows(), is.rows()), "rows", names);
    return names;
  }

  /** How many times more rows are expected; below 1 if fewer. 1 where a side does not say. */
  public double rowsFactor() {
    return before == null || after == null ? 1 : factor(before.node().rows(), after.node().rows());
  }

  private static boolean areNear(@Nullable Double was, @Nullable Double is) {
    double factor = factor(was, is);
    return factor < ROWS_APART && factor > 1 / ROWS_APART;
  }

  private static double factor(@Nullable Double was, @Nullable Double is) {
    return was == null || is == null ? 1 : Math.max(is, 1) / Math.max(was, 1);
  }

  private static void addUnless(boolean same, String name, Set<String> names) {
    if (!same) {
      names.add(name);
    }
  }
}
