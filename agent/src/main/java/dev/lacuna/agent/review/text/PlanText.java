package dev.lacuna.agent.review.text;

import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.review.card.Words;
import dev.lacuna.agent.review.diff.Cell;
import dev.lacuna.agent.review.diff.Change;
import dev.lacuna.agent.review.diff.PlanDiff;
import dev.lacuna.agent.review.diff.PlanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Two plans as one tree of lines, each with a mark. A node that is another is two lines, as in a
 * diff; runs of nodes that are the same are one.
 */
final class PlanText {

  private static final int SHORTEST_RUN = 3;
  private static final Set<String> ROWS = Set.of("rows");

  private PlanText() {}

  /** A line, which is coloured by its change. */
  record MarkedLine(Change change, String text) {}

  static List<MarkedLine> of(PlanDiff diff) {
    List<PlanRow> rows = diff.rows();
    boolean[] quiet = quiet(rows);
    List<MarkedLine> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); ) {
      int end = row;
      while (end < rows.size() && quiet[end]) {
        end++;
      }
      if (end - row >= SHORTEST_RUN) {
        lines.add(
            new MarkedLine(
                Change.SAME,
                "  "
                    + indent(rows.get(row).cell().depth())
                    + "… "
                    + (end - row)
                    + " nodes unchanged"));
        row = end;
      } else {
        add(rows.get(row++), lines);
      }
    }
    return lines;
  }

  /** Rows that are the same, and have nothing below them that is not. */
  private static boolean[] quiet(List<PlanRow> rows) {
    boolean[] quiet = new boolean[rows.size()];
    int shallowestChange = 0;
    for (int row = rows.size() - 1; row >= 0; row--) {
      int depth = rows.get(row).cell().depth();
      boolean changed = rows.get(row).change() != Change.SAME;
      quiet[row] = !changed && depth >= shallowestChange;
      shallowestChange = changed || !quiet[row] ? depth : shallowestChange;
    }
    return quiet;
  }

  private static void add(PlanRow row, List<MarkedLine> lines) {
    if (row.change() == Change.CHANGED && row.before() != null && row.after() != null) {
      Set<String> differences = row.differences();
      if (differences.equals(ROWS)) {
        lines.add(estimate(row.before().node(), row.after()));
        return;
      }
      lines.add(line(Change.REMOVED, row.before().depth(), row.before().node(), differences));
      lines.add(line(Change.ADDED, row.after().depth(), row.after().node(), differences));
    } else {
      lines.add(line(row.change(), row.cell().depth(), row.cell().node(), details(row)));
    }
  }

  /** Only the estimate is another: one line says it. */
  private static MarkedLine estimate(PlanNode before, Cell after) {
    MarkedLine line = line(Change.CHANGED, after.depth(), after.node(), Set.of());
    return new MarkedLine(line.change(), line.text() + ", were " + rows(before));
  }

  private static String rows(PlanNode node) {
    return node.rows() == null ? "?" : Words.number(node.rows());
  }

  private static Set<String> details(PlanRow row) {
    return row.change() == Change.SAME ? Set.of() : Set.of("cond", "filter", "sortKey");
  }

  private static MarkedLine line(Change change, int depth, PlanNode node, Set<String> details) {
    StringBuilder text =
        new StringBuilder().append(change.mark()).append(' ').append(indent(depth));
    text.append(node.op());
    if (node.relation() != null) {
      text.append(' ').append(node.relation());
      boolean named = node.alias() != null && !Objects.equals(node.alias(), node.table());
      text.append(named ? " " + node.alias() : "");
    }
    text.append(node.index() == null ? "" : " using " + node.index());
    node.detail()
        .forEach(
            (name, value) -> {
              if (details.contains(name)) {
                text.append(" · ").append(name).append(' ').append(value);
              }
            });
    text.append(
        node.rows() == null ? "" : " · " + rows(node) + (node.rows() == 1 ? " row" : " rows"));
    return new MarkedLine(change, text.toString());
  }

  private static String indent(int depth) {
    return "  ".repeat(depth);
  }
}
