package dev.lacuna.cli.report;

import dev.lacuna.ddl.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was judged, in its order.
 *
 * @param server what it was judged for: {@code PostgreSQL 18.6}
 * @param others how many statements were no DDL
 */
public record Report(String server, List<Judged> statements, int others) {

  /** Copies the list. */
  public Report {
    statements = List.copyOf(statements);
  }

  /** How many verdicts are at least as grave as that. */
  public long countAtLeast(Level level) {
    return statements.stream().filter(one -> one.verdict().level().compareTo(level) >= 0).count();
  }

  /** Whether a statement was not understood, and nobody has allowed that. */
  public boolean hasUnknown() {
    return statements.stream()
        .map(Judged::verdict)
        .anyMatch(verdict -> !verdict.isKnown() && verdict.level() != Level.SAFE);
  }

  /**
   * One line: {@code 3 statements for PostgreSQL 18.6: 1 dangerous, 2 safe; 4 others passed over.}
   */
  public String summary() {
    List<String> parts = new ArrayList<>();
    for (Level level : new Level[] {Level.DANGEROUS, Level.CAUTION, Level.SAFE}) {
      long count = statements.stream().filter(one -> one.verdict().level() == level).count();
      if (count > 0) {
        parts.add(count + " " + level.label());
      }
    }
    String verdicts = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    return count(statements.size(), "DDL statement")
        + " for "
        + server
        + verdicts
        + (others == 0 ? "." : "; " + count(others, "other statement") + ".");
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
