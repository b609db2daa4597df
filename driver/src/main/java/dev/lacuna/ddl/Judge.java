package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Effects;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.rules.Estimate;
import dev.lacuna.ddl.rules.Finding;
import dev.lacuna.ddl.rules.Rule;
import dev.lacuna.ddl.rules.Rules;
import dev.lacuna.ddl.rules.Severity;
import dev.lacuna.ddl.rules.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges a statement by all rules: each of its changes by itself, and all of them together.
 *
 * <p>The size of the table decides the estimate, not the verdict: what is small here may be big
 * where the statement goes next. Stateless and safe for use by several threads.
 */
public final class Judge {

  /** Rules that say in general what others say in particular. */
  private static final Set<String> GENERAL =
      Set.of("copies-table", "stalls-table", "rebuilds-table");

  private final Set<String> allowed;

  /**
   * A judge.
   *
   * @param allowed the ids of rules whose findings do not count
   */
  public Judge(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /** Judges a statement that has not run yet. */
  public Verdict judge(Ddl ddl, Facts known, Context context) {
    Facts facts = context.hasCreated(ddl) ? known.ofNewTable() : known;
    Effect whole = Effects.of(ddl, facts);
    List<Finding> findings = new ArrayList<>();
    for (Change change : ddl.changes()) {
      Effect own = ddl.changes().size() == 1 ? whole : Effects.of(change, facts);
      Subject subject =
          new Subject(ddl, change, own, whole, facts, context.inTransaction(), context.before());
      for (Rule rule : Rules.of(facts.server().engine())) {
        rule.check(subject).ifPresent(findings::add);
      }
    }
    Set<String> allowedHere = new HashSet<>(allowed);
    allowedHere.addAll(ddl.allowed());
    if (Effects.isUnknown(ddl)) {
      // What they would say comes from the strictest effect there is, not from the statement.
      findings.removeIf(finding -> GENERAL.contains(finding.rule()));
    }
    List<Finding> kept = keep(findings, facts);
    return new Verdict(
        ddl, facts, level(kept, allowedHere), whole, Estimate.of(whole, facts), kept, allowedHere);
  }

  private static Level level(List<Finding> findings, Set<String> allowed) {
    return findings.stream()
        .filter(finding -> !allowed.contains(finding.rule()))
        .map(finding -> Level.of(finding.severity()))
        .max(Comparator.naturalOrder())
        .orElse(Level.SAFE);
  }

  private static List<Finding> keep(List<Finding> findings, Facts facts) {
    Map<String, Finding> kept = new LinkedHashMap<>();
    findings.stream()
        .filter(finding -> !facts.newTable() || finding.severity() == Severity.INFO)
        .filter(finding -> !GENERAL.contains(finding.rule()) || isNews(finding, findings))
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(finding -> kept.putIfAbsent(finding.rule() + finding.why(), finding));
    return List.copyOf(kept.values());
  }

  /** Whether no particular rule has said the same. */
  private static boolean isNews(Finding general, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !GENERAL.contains(finding.rule()))
        .noneMatch(
            finding ->
                finding.severity().compareTo(general.severity()) >= 0
                    && (finding.severity() == Severity.DANGEROUS
                        || finding.why().contains("ALGORITHM=")));
  }
}
