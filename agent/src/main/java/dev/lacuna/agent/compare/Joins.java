package dev.lacuna.agent.compare;

import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How tables are joined, before and after. */
final class Joins {

  private final PlanNode before;
  private final PlanNode after;
  private final Predicate<String> isBig;

  Joins(PlanNode before, PlanNode after, Predicate<String> isBig) {
    this.before = before;
    this.after = after;
    this.isBig = isBig;
  }

  void compare(List<Shift> shifts) {
    Map<String, String> was = methods(before);
    Map<String, String> is = methods(after);
    for (Map.Entry<String, String> join : was.entrySet()) {
      String now = is.get(join.getKey());
      if (now != null && !now.equals(join.getValue())) {
        shifts.add(Shift.of(ShiftKind.JOIN_METHOD, null, join.getValue(), now));
      }
    }
    String orderWas = order(before);
    String orderIs = order(after);
    if (!orderWas.equals(orderIs) && sorted(before).equals(sorted(after))) {
      shifts.add(Shift.of(ShiftKind.JOIN_ORDER, null, orderWas, orderIs));
    }
    loops(shifts);
  }

  /** The method by the set of tables that are joined. */
  private static Map<String, String> methods(PlanNode plan) {
    Map<String, String> methods = new TreeMap<>();
    plan.stream()
        .filter(node -> Op.JOINS.contains(node.op()))
        .forEach(node -> methods.putIfAbsent(String.join(",", sorted(node)), node.op()));
    return methods;
  }

  private static Set<String> sorted(PlanNode node) {
    return node.stream()
        .filter(Joins::reads)
        .map(Joins::use)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String order(PlanNode plan) {
    return plan.stream().filter(Joins::reads).map(Joins::use).collect(Collectors.joining(", "));
  }

  private static boolean reads(PlanNode node) {
    return Op.SCANS.contains(node.op()) && node.relation() != null;
  }

  private static String use(PlanNode node) {
    return node.alias() == null ? String.valueOf(node.table()) : node.alias();
  }

  private void loops(List<Shift> shifts) {
    Set<String> was = unbounded(before);
    for (String table : unbounded(after)) {
      if (!was.contains(table)) {
        String name = table.substring(table.lastIndexOf('.') + 1);
        shifts.add(Shift.of(ShiftKind.UNBOUNDED_LOOP, name, "none", "all of it for each row"));
      }
    }
  }

  /** Big tables that are read whole on the inner side of a loop, with nothing that keeps them. */
  private Set<String> unbounded(PlanNode plan) {
    return plan.stream()
        .filter(node -> node.is(Op.NESTED_LOOP) && node.children().size() > 1)
        .map(node -> node.children().get(1))
        .filter(inner -> inner.is(Op.SEQ_SCAN) && inner.relation() != null)
        .filter(inner -> !inner.detail().containsKey("buffer"))
        .map(inner -> String.valueOf(inner.relation()))
        .filter(isBig)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
