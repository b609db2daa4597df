package dev.lacuna.agent.review.diff;

import dev.lacuna.agent.plan.PlanNode;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The details of two nodes beside each other. */
final class Details {

  /** Estimates, which move with every ANALYZE. */
  private static final Set<String> NOISE = Set.of("width", "workers");

  private Details() {}

  /** The names of those that are not the same. */
  static Set<String> differing(PlanNode before, PlanNode after) {
    if (before.detail().equals(after.detail())) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>(before.detail().keySet());
    names.addAll(after.detail().keySet());
    names.removeAll(NOISE);
    names.removeIf(name -> Objects.equals(before.detail().get(name), after.detail().get(name)));
    return names;
  }
}
