package dev.lacuna.agent.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a query.
 *
 * @param sql masked
 * @param tables as {@code schema.table}, all that its plans have read
 * @param plans every shape seen of it, the latest one last
 * @param shifts what is not settled yet
 */
public record KnownQuery(
    String fingerprint,
    String sql,
    Set<String> tables,
    List<KnownPlan> plans,
    List<OpenShift> shifts,
    @Nullable Double p50Ms,
    @Nullable Double p95Ms) {

  /** More shapes than these no text has; what was not seen for longest goes. */
  private static final int MAX_PLANS = 32;

  public KnownQuery {
    tables = Set.copyOf(tables);
    plans = List.copyOf(plans);
    shifts = List.copyOf(shifts);
  }

  public static KnownQuery first(String fingerprint, String sql) {
    return new KnownQuery(fingerprint, sql, Set.of(), List.of(), List.of(), null, null);
  }

  public Optional<KnownPlan> plan(String hash) {
    return plans.stream().filter(plan -> plan.hash().equals(hash)).findFirst();
  }

  public KnownQuery withPlan(KnownPlan plan, Set<String> readTables) {
    List<KnownPlan> all = new ArrayList<>(plans);
    all.removeIf(known -> known.hash().equals(plan.hash()));
    all.add(plan);
    return new KnownQuery(
        fingerprint,
        sql,
        union(tables, readTables),
        all.subList(Math.max(0, all.size() - MAX_PLANS), all.size()),
        shifts,
        p50Ms,
        p95Ms);
  }

  public KnownQuery withShifts(List<OpenShift> others) {
    return new KnownQuery(fingerprint, sql, tables, plans, others, p50Ms, p95Ms);
  }

  public KnownQuery withTimes(@Nullable Double p50, @Nullable Double p95) {
    return p50 == null ? this : new KnownQuery(fingerprint, sql, tables, plans, shifts, p50, p95);
  }

  /** All that either knows: another JVM may have written meanwhile. */
  KnownQuery merge(KnownQuery other) {
    KnownQuery merged = this;
    for (KnownPlan plan : other.plans) {
      if (plan(plan.hash()).isEmpty()) {
        merged = merged.withPlan(plan, other.tables);
      }
    }
    return merged.withTimes(
        p50Ms != null ? p50Ms : other.p50Ms, p95Ms != null ? p95Ms : other.p95Ms);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
