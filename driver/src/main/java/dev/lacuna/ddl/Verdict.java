package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.effect.Effect;
import dev.lacuna.ddl.effect.Effects;
import dev.lacuna.ddl.effect.Facts;
import dev.lacuna.ddl.rules.Estimate;
import dev.lacuna.ddl.rules.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a statement.
 *
 * @param level by the gravest finding that nobody has allowed
 * @param effect what it does to the table
 * @param estimate how long it works; null where that cannot be told
 * @param findings the gravest first
 * @param allowed the ids of findings that somebody has allowed
 */
public record Verdict(
    Ddl ddl,
    Facts facts,
    Level level,
    Effect effect,
    @Nullable Estimate estimate,
    List<Finding> findings,
    Set<String> allowed) {

  /** Copies the collections. */
  public Verdict {
    findings = List.copyOf(findings);
    allowed = Set.copyOf(allowed);
  }

  /** Whether it could be judged at all. */
  public boolean isKnown() {
    return !Effects.isUnknown(ddl);
  }

  /** The findings that make the verdict what it is. */
  public List<Finding> grave() {
    return findings.stream()
        .filter(finding -> !allowed.contains(finding.rule()))
        .filter(finding -> Level.of(finding.severity()) == level && level != Level.SAFE)
        .toList();
  }
}
