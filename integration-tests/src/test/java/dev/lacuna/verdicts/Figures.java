package dev.lacuna.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.ddl.Level;
import dev.lacuna.ddl.Verdict;
import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.DropTable;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.change.Change.RenameColumn;
import dev.lacuna.ddl.change.Change.RenameTable;
import dev.lacuna.ddl.change.Change.Truncate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well verdicts agree with what was measured on one server. Mutable. */
final class Figures {

  private static final double MOST_CAUTIONS = 0.05;

  private final String server;
  private final List<String> disagreements = new ArrayList<>();
  private final List<String> calledSafe = new ArrayList<>();
  private final List<String> calledWorse = new ArrayList<>();
  private int statements;
  private int disagreeing;
  private int dangerous;
  private int safe;

  Figures(String server) {
    this.server = server;
  }

  /** A statement that could not be tried. */
  void failed(String statement, Exception e) {
    statements++;
    disagreeing++;
    disagreements.add(statement + ": " + e.getMessage());
  }

  /**
   * A statement that was tried.
   *
   * @param stalls whether it makes others wait for as long as the table is big
   * @param elsewhere whether it writes the table anew, or locks another one
   * @param differences in what ways it is not as was said
   */
  void add(Verdict verdict, boolean stalls, boolean elsewhere, List<String> differences) {
    String statement = verdict.ddl().sql();
    statements++;
    disagreeing += differences.isEmpty() ? 0 : 1;
    disagreements.addAll(differences);
    if (stalls) {
      dangerous++;
      if (verdict.level() == Level.SAFE) {
        calledSafe.add(statement);
      }
    } else if (!elsewhere && !takesAway(verdict)) {
      safe++;
      if (verdict.level() != Level.SAFE) {
        calledWorse.add(statement + " " + verdict.findings().get(0).rule());
      }
    }
  }

  /** Whether somebody may miss what was there: that hurts, however short the lock. */
  private static boolean takesAway(Verdict verdict) {
    return verdict.ddl().changes().stream().anyMatch(Figures::takesAway);
  }

  private static boolean takesAway(Change change) {
    return change instanceof DropColumn
        || change instanceof RenameColumn
        || change instanceof RenameTable
        || change instanceof DropTable
        || change instanceof Truncate
        || (change instanceof ModifyColumn modify
            && !modify.from().equalsIgnoreCase(modify.column().name()));
  }

  /** Every verdict is what the server does, and nothing that stalls others is called safe. */
  void assertAgreement() {
    System.out.println(this);
    assertThat(disagreements).as(toString()).isEmpty();
    assertThat(calledSafe).as("stalls others, and is called safe").isEmpty();
  }

  /** That is a matter of many statements: a sample of them does not tell by itself. */
  static void assertFewFalseAlarms(List<Figures> tried) {
    List<String> worse = tried.stream().flatMap(one -> one.calledWorse.stream()).toList();
    int harmless = tried.stream().mapToInt(one -> one.safe).sum();
    assertThat(worse.size())
        .as("of %s that hurt nobody, called worse than safe: %s", harmless, worse)
        .isLessThanOrEqualTo((int) (harmless * MOST_CAUTIONS));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d statements agree; %d of %d that stall others are called safe; %d of %d that"
            + " hurt nobody (%.1f %%) are called worse than safe%s",
        server,
        statements - disagreeing,
        statements,
        calledSafe.size(),
        dangerous,
        calledWorse.size(),
        safe,
        100.0 * calledWorse.size() / Math.max(1, safe),
        calledWorse.isEmpty() ? "" : ": " + String.join("; ", calledWorse));
  }
}
