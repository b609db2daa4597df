package dev.lacuna.agent.notice;

import dev.lacuna.agent.baseline.Arrival;
import dev.lacuna.agent.baseline.Baseline;
import dev.lacuna.agent.baseline.Happening;
import dev.lacuna.agent.baseline.KnownPlan;
import dev.lacuna.agent.baseline.KnownQuery;
import dev.lacuna.agent.baseline.OpenShift;
import dev.lacuna.agent.baseline.TableState;
import dev.lacuna.agent.compare.Comparison;
import dev.lacuna.agent.compare.Shift;
import dev.lacuna.agent.notice.Arrivals.Noticed;
import dev.lacuna.agent.notice.WatchedQuery.Explainable;
import dev.lacuna.agent.observe.Normalizer;
import dev.lacuna.agent.plan.PlanNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a plan is to the baseline: known, new and of no matter, or a shift. */
final class Judge {

  private final Baseline baseline;
  private final Arrivals arrivals;
  private final Reporter reporter;

  Judge(Baseline baseline, Arrivals arrivals, Reporter reporter) {
    this.baseline = baseline;
    this.arrivals = arrivals;
    this.reporter = reporter;
  }

  /**
   * Takes a plan that was just made.
   *
   * @param tables those that it was made for
   */
  void judge(WatchedQuery watched, Explainable sample, KnownPlan plan, Collection<String> tables)
      throws IOException {
    KnownQuery known = known(watched);
    long sinceHappening = sample.hash() == null ? 0 : sample.seenHappenings();
    String hashBefore = sample.hash();
    sample.explained(plan.hash(), arrivals.count());
    boolean isKnown = known.plan(plan.hash()).isPresent();
    if (isKnown || known.plans().isEmpty() || arrivals.on(tables).isEmpty() || readsNothing(plan)) {
      learn(watched, known, plan, tables);
      return;
    }
    OpenShift open = open(known, plan);
    if (open != null) {
      settle(watched, known, open);
      return;
    }
    if (hashBefore == null && isOtherwiseUnmoved(watched, sample, known)) {
      // The same text with values that it was seen with before goes its old way: these are others.
      learn(watched, known, plan, tables);
      return;
    }
    KnownPlan before = known.plan(String.valueOf(hashBefore)).orElseGet(() -> nearest(known, plan));
    List<Noticed> since = arrivals.since(sinceHappening, tables);
    if (since.isEmpty()) {
      since = arrivals.since(0, tables);
    }
    if (since.isEmpty()) {
      learn(watched, known, plan, tables);
      return;
    }
    shifted(watched, known, before, plan, Causes.of(since, before, plan, watched.query().sql()));
  }

  /** Values that no row can have: the server need not read to answer. */
  private static boolean readsNothing(KnownPlan plan) {
    return plan.plan() != null && plan.plan().stream().noneMatch(node -> node.relation() != null);
  }

  private KnownQuery known(WatchedQuery watched) {
    KnownQuery known = baseline.query(watched.query().fingerprint());
    return known == null
        ? KnownQuery.first(watched.query().fingerprint(), watched.query().sql())
        : known;
  }

  private void learn(
      WatchedQuery watched, KnownQuery known, KnownPlan plan, Collection<String> tables) {
    KnownQuery learnt =
        known.plan(plan.hash()).isPresent() && known.tables().containsAll(tables)
            ? known
            : known.withPlan(plan, Set.copyOf(tables));
    if (arrivals.on(tables).isEmpty()) {
      learnt = learnt.withTimes(watched.query().latency().p50(), watched.query().latency().p95());
    }
    baseline.query(learnt);
  }

  private static @Nullable OpenShift open(KnownQuery known, KnownPlan plan) {
    return known.shifts().stream()
        .filter(shift -> shift.after().hash().equals(plan.hash()))
        .findFirst()
        .orElse(null);
  }

  private boolean isOtherwiseUnmoved(WatchedQuery watched, Explainable sample, KnownQuery known) {
    List<Explainable> others =
        watched.samples().stream()
            .filter(other -> other != sample && other.hash() != null)
            .toList();
    return !others.isEmpty()
        && others.stream().allMatch(other -> known.plan(String.valueOf(other.hash())).isPresent());
  }

  /** The one that reads most tables in the same way; the latest of equals. */
  private static KnownPlan nearest(KnownQuery known, KnownPlan plan) {
    KnownPlan nearest = known.plans().get(known.plans().size() - 1);
    long most = -1;
    for (KnownPlan candidate : known.plans()) {
      long alike = alike(candidate, plan);
      if (alike >= most) {
        most = alike;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static long alike(KnownPlan one, KnownPlan other) {
    if (one.plan() == null || other.plan() == null) {
      return 0;
    }
    List<String> nodes = new ArrayList<>(names(one.plan()));
    return names(other.plan()).stream().filter(nodes::remove).count();
  }

  private static List<String> names(PlanNode plan) {
    return plan.stream().map(node -> node.op() + node.relation() + node.index()).toList();
  }

  private void shifted(
      WatchedQuery watched, KnownQuery known, KnownPlan before, KnownPlan after, Happening cause)
      throws IOException {
    String key =
        Normalizer.fingerprint(
            String.join(" ", known.fingerprint(), cause.table(), cause.column(), after.hash()));
    OpenShift shift = new OpenShift(key, before, after, cause);
    boolean settled = isSettled(known);
    reporter.report(watched.query(), known, shift, shifts(shift), settled);
    baseline.query(
        settled ? known.withPlan(after, known.tables()) : known.withShifts(plus(known, shift)));
  }

  private void settle(WatchedQuery watched, KnownQuery known, OpenShift open) throws IOException {
    if (isSettled(known)) {
      reporter.report(watched.query(), known, open, shifts(open), true);
      baseline.query(known.withPlan(open.after(), known.tables()).withShifts(minus(known, open)));
    }
  }

  private boolean isSettled(KnownQuery known) {
    return arrivals.on(known.tables()).stream().allMatch(Arrival::isSettled);
  }

  private List<Shift> shifts(OpenShift shift) {
    PlanNode before = Objects.requireNonNull(shift.before().plan(), "a plan to shift from");
    PlanNode after = shift.after().plan();
    return after == null
        ? Comparison.refused(before, shift.after().hash().replaceFirst("^refused-", ""))
        : Comparison.of(before, after, this::isBig);
  }

  private boolean isBig(String table) {
    TableState state = baseline.table(table);
    return state != null && state.isBig();
  }

  private static List<OpenShift> plus(KnownQuery known, OpenShift shift) {
    List<OpenShift> all = new ArrayList<>(known.shifts());
    all.add(shift);
    return all;
  }

  private static List<OpenShift> minus(KnownQuery known, OpenShift shift) {
    List<OpenShift> all = new ArrayList<>(known.shifts());
    all.remove(shift);
    return all;
  }
}
