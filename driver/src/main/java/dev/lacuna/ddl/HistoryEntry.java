package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change.CreateTable;
import dev.lacuna.ddl.change.Change.Unrelated;
import dev.lacuna.ddl.change.Ddl;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement for the history.
 *
 * @param verdict null where it was not judged
 */
record HistoryEntry(Ddl ddl, @Nullable Verdict verdict) {

  /**
   * Those of a text that belong into the history.
   *
   * @param verdicts of the statements that were judged
   */
  static List<HistoryEntry> of(List<Ddl> statements, List<Verdict> verdicts) {
    List<HistoryEntry> entries = new ArrayList<>();
    for (Ddl ddl : statements) {
      if (belongs(ddl)) {
        entries.add(
            new HistoryEntry(
                ddl,
                verdicts.stream().filter(one -> one.ddl().equals(ddl)).findFirst().orElse(null)));
      }
    }
    return entries;
  }

  /**
   * Whether a statement belongs into the history: it concerns a table that others see. What does
   * not may hold secrets, such as {@code CREATE USER … PASSWORD}.
   */
  private static boolean belongs(Ddl ddl) {
    ObjectName table = ddl.table();
    boolean own = table != null && table.name().equalsIgnoreCase(HistoryTable.NAME);
    return !own
        && !isTemporary(ddl)
        && !ddl.changes().stream().allMatch(Unrelated.class::isInstance);
  }

  /** It is the session's own, and on MySQL such a statement leaves a transaction open. */
  private static boolean isTemporary(Ddl ddl) {
    boolean created =
        ddl.changes().stream()
            .anyMatch(change -> change instanceof CreateTable create && create.temporary());
    return created || ddl.sql().matches("(?is)drop\\s+temporary\\b.*");
  }

  @Nullable String table() {
    ObjectName table = ddl.table();
    return table == null ? null : table.toString();
  }

  @Nullable String level() {
    return verdict == null ? null : verdict.level().label();
  }

  /** The ids of the rules that had something to say, allowed or not. */
  @Nullable String rules() {
    return verdict == null
        ? null
        : verdict.findings().stream()
            .map(Finding::rule)
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
