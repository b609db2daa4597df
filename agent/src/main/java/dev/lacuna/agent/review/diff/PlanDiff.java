package dev.lacuna.agent.review.diff;

import dev.lacuna.agent.plan.PlanNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two plans side by side: each row holds a node of the one, of the other, or two that belong
 * together; read down either side, it is that plan in its own order.
 */
public record PlanDiff(List<PlanRow> rows) {

  /** The distance of trees takes the square of this: beyond, plans stand below one another. */
  private static final int MOST_PAIRS = 90_000;

  public PlanDiff {
    rows = List.copyOf(rows);
  }

  /** Where one of the two could not be had, all of the other is removed or added. */
  public static PlanDiff of(@Nullable PlanNode before, @Nullable PlanNode after) {
    if (before == null || after == null) {
      List<PlanRow> rows = new ArrayList<>();
      if (before != null) {
        rows.addAll(removed(new Tree(before)));
      }
      if (after != null) {
        rows.addAll(added(new Tree(after)));
      }
      return new PlanDiff(rows);
    }
    Tree was = new Tree(before);
    Tree is = new Tree(after);
    return new PlanDiff(withMoves(merged(was, is, partners(was, is))));
  }

  private static int[] partners(Tree was, Tree is) {
    if ((long) was.size() * is.size() <= MOST_PAIRS) {
      return TreeMatching.partners(was, is);
    }
    int[] none = new int[was.size()];
    Arrays.fill(none, -1);
    return none;
  }

  private static List<PlanRow> merged(Tree was, Tree is, int[] partners) {
    List<PlanRow> rows = new ArrayList<>();
    List<Integer> right = is.preOrder();
    boolean[] taken = new boolean[is.size()];
    IntStream.of(partners)
        .filter(partner -> partner >= 0)
        .forEach(partner -> taken[partner] = true);
    int next = 0;
    for (int left : was.preOrder()) {
      if (partners[left] < 0) {
        rows.add(PlanRow.removed(cell(was, left)));
        continue;
      }
      while (right.get(next) != partners[left]) {
        rows.add(PlanRow.added(cell(is, right.get(next++))));
      }
      rows.add(PlanRow.of(cell(was, left), cell(is, right.get(next++))));
    }
    right.subList(next, right.size()).forEach(node -> rows.add(PlanRow.added(cell(is, node))));
    return rows;
  }

  /** A table's node that went here and came there has moved: a join in another order. */
  private static List<PlanRow> withMoves(List<PlanRow> rows) {
    Map<String, Integer> gone = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).change() == Change.REMOVED) {
        gone.put(reading(rows.get(row)), row);
      }
    }
    gone.remove("");
    for (int row = 0; row < rows.size(); row++) {
      Integer source = gone.get(reading(rows.get(row)));
      if (source != null && rows.get(row).change() == Change.ADDED) {
        rows.set(source, rows.get(source).moved());
        rows.set(row, rows.get(row).moved());
        gone.remove(reading(rows.get(row)));
      }
    }
    return rows;
  }

  private static String reading(PlanRow row) {
    PlanNode node = row.cell().node();
    return node.relation() == null ? "" : node.relation() + " " + node.alias();
  }

  private static List<PlanRow> removed(Tree tree) {
    return tree.preOrder().stream().map(node -> PlanRow.removed(cell(tree, node))).toList();
  }

  private static List<PlanRow> added(Tree tree) {
    return tree.preOrder().stream().map(node -> PlanRow.added(cell(tree, node))).toList();
  }

  private static Cell cell(Tree tree, int number) {
    return new Cell(tree.depth(number), tree.node(number));
  }
}
