package dev.lacuna.agent.compare;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each table is read, before and after. */
final class Scans {

  private static final double ROWS_FACTOR = 10;

  private final List<Pair> pairs;
  private final Predicate<String> isBig;

  private record Pair(PlanNode was, PlanNode is) {}

  Scans(PlanNode before, PlanNode after, Predicate<String> isBig) {
    this.pairs = pairs(byUse(before), byUse(after));
    this.isBig = isBig;
  }

  /** A use of another alias is the same where no use of the table has its alias. */
  private static List<Pair> pairs(Map<String, PlanNode> before, Map<String, PlanNode> after) {
    Map<String, PlanNode> left = new LinkedHashMap<>(after);
    before.keySet().forEach(left::remove);
    List<Pair> pairs = new ArrayList<>();
    before.forEach(
        (use, was) -> {
          String same =
              after.containsKey(use)
                  ? use
                  : left.entrySet().stream()
                      .filter(other -> Objects.equals(other.getValue().relation(), was.relation()))
                      .map(Map.Entry::getKey)
                      .findFirst()
                      .orElse(null);
          PlanNode is = same == null ? null : after.get(same);
          if (is != null) {
            left.remove(same);
            pairs.add(new Pair(was, is));
          }
        });
    return pairs;
  }

  /** By table and alias; a third use of the same is its third. */
  private static Map<String, PlanNode> byUse(PlanNode plan) {
    Map<String, PlanNode> scans = new LinkedHashMap<>();
    plan.stream()
        .filter(node -> Op.SCANS.contains(node.op()) && node.relation() != null)
        .forEach(
            node -> {
              String use = node.relation() + " " + node.alias();
              int nth = 1;
              while (scans.containsKey(use + " " + nth)) {
                nth++;
              }
              scans.put(use + " " + nth, node);
            });
    return scans;
  }

  void compare(List<Shift> shifts) {
    pairs.forEach(pair -> compare(pair.was(), pair.is(), shifts));
  }

  private void compare(PlanNode was, PlanNode is, List<Shift> shifts) {
    boolean moved = !was.op().equals(is.op()) || !Objects.equals(was.index(), is.index());
    if (moved) {
      ShiftKind kind = kind(was, is);
      shifts.add(Shift.of(kind, is.table(), describe(was), describe(is)));
    } else if (!access(was).equals(access(is))) {
      ShiftKind kind = isWhole(is) && !isWhole(was) ? kind(was, is) : ShiftKind.ACCESS_CHANGED;
      shifts.add(
          Shift.of(kind, is.table(), describe(was) + access(was), describe(is) + access(is)));
    }
    String filterWas = was.detail().getOrDefault("filter", "");
    String filterIs = is.detail().getOrDefault("filter", "");
    if (filterWas.isEmpty() && !filterIs.isEmpty() && !isHeapless(is)) {
      shifts.add(Shift.of(ShiftKind.FILTER_ADDED, is.table(), "none", filterIs));
    } else if (!filterWas.isEmpty() && filterIs.isEmpty()) {
      shifts.add(Shift.of(ShiftKind.FILTER_REMOVED, is.table(), filterWas, "none"));
    }
  }

  /** Where all of the table is read, a filter goes without saying. */
  private static boolean isHeapless(PlanNode node) {
    return node.is(Op.SEQ_SCAN);
  }

  private ShiftKind kind(PlanNode was, PlanNode is) {
    if (was.is(Op.SEQ_SCAN)) {
      return ShiftKind.INDEX_GAINED;
    }
    if (is.is(Op.SEQ_SCAN)) {
      return is.relation() != null && isBig.test(is.relation())
          ? ShiftKind.SEQ_SCAN
          : ShiftKind.INDEX_LOST;
    }
    if (isWhole(is) && !isWhole(was) && !is.is(Op.INDEX_ONLY_SCAN)) {
      return is.relation() != null && isBig.test(is.relation())
          ? ShiftKind.SEQ_SCAN
          : ShiftKind.INDEX_LOST;
    }
    if (was.is(Op.INDEX_ONLY_SCAN) && !is.is(Op.INDEX_ONLY_SCAN)) {
      return ShiftKind.COVERING_LOST;
    }
    if (is.is(Op.INDEX_ONLY_SCAN) && !was.is(Op.INDEX_ONLY_SCAN)) {
      return ShiftKind.COVERING_GAINED;
    }
    return Objects.equals(was.index(), is.index())
        ? ShiftKind.ACCESS_CHANGED
        : ShiftKind.INDEX_SWAP;
  }

  /** MySQL's access type {@code index}: all of an index, from its begin to its end. */
  private static boolean isWhole(PlanNode node) {
    return "index".equals(node.detail().get("access"));
  }

  private static String access(PlanNode node) {
    return Stream.of("access", "keyParts", "cond", "indexCondition")
        .map(name -> node.detail().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .map(value -> " " + value)
        .collect(Collectors.joining());
  }

  private static String describe(PlanNode node) {
    return node.op() + (node.index() == null ? "" : " " + node.index());
  }

  /** Only beside a shift of the shape: alone, it is none. */
  void compareRows(List<Shift> shifts) {
    for (Pair pair : pairs) {
      Double was = pair.was().rows();
      Double is = pair.is().rows();
      if (was != null && is != null && isOff(was, is)) {
        shifts.add(Shift.of(ShiftKind.ROWS_OFF, pair.is().table(), rows(was), rows(is)));
      }
    }
  }

  private static boolean isOff(double was, double is) {
    double low = Math.max(1, Math.min(was, is));
    return Math.max(was, is) >= ROWS_FACTOR * low;
  }

  private static String rows(double rows) {
    return Math.round(rows) + " rows";
  }
}
