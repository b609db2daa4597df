package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.Event;
import dev.lacuna.agent.baseline.Happening;
import dev.lacuna.agent.baseline.KnownPlan;
import dev.lacuna.agent.notice.Arrivals.Noticed;
import dev.lacuna.agent.plan.Op;
import dev.lacuna.agent.plan.PlanNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of the happenings since a plan was last seen has changed it. */
final class Causes {

  private static final Pattern STAR = Pattern.compile("(?i)\\bSELECT (DISTINCT )?\\*|\\.\\*|, \\*");

  private Causes() {}

  /**
   * With several at once, the plans tell: an index that came or went was its own doing; a star that
   * is not covered any more is the column's; else the latest one is taken.
   *
   * @param happenings at least one, in their order
   */
  static Happening of(List<Noticed> happenings, KnownPlan before, KnownPlan after, String sql) {
    if (happenings.size() > 1) {
      Set<String> moved = indexes(before);
      Set<String> used = indexes(after);
      Set<String> either = symmetricDifference(moved, used);
      for (Noticed each : happenings) {
        if (each.happening().event() == Event.INDEX
            && each.indexes().stream().anyMatch(either::contains)) {
          return each.happening();
        }
      }
      if (STAR.matcher(sql).find() && covers(before) && !covers(after)) {
        for (Noticed each : happenings) {
          if (each.happening().event() == Event.ADD_COLUMN) {
            return each.happening();
          }
        }
      }
    }
    return happenings.get(happenings.size() - 1).happening();
  }

  private static Set<String> symmetricDifference(Set<String> one, Set<String> other) {
    Set<String> difference =
        one.stream().filter(each -> !other.contains(each)).collect(Collectors.toSet());
    other.stream().filter(each -> !one.contains(each)).forEach(difference::add);
    return difference;
  }

  private static Set<String> indexes(KnownPlan plan) {
    return plan.plan() == null
        ? Set.of()
        : plan.plan().stream()
            .map(PlanNode::index)
            .filter(Objects::nonNull)
            .flatMap(index -> Pattern.compile("\\+").splitAsStream(index))
            .collect(Collectors.toSet());
  }

  private static boolean covers(KnownPlan plan) {
    return plan.plan() != null
        && plan.plan().stream().anyMatch(node -> node.is(Op.INDEX_ONLY_SCAN));
  }
}
