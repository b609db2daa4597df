package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.effect.Table.TriggerFacts;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a table's triggers do to what is proposed instead of a statement. */
final class Triggers {

  private Triggers() {}

  /** What is to be added to a proposal; nothing where no trigger minds it. */
  static String advice(Subject subject, String instead, String... sql) {
    String backfilling = names(subject, TriggerFacts::backfills);
    if (Backfill.isIn(sql) && !backfilling.isEmpty()) {
      return backfill(subject, backfilling);
    }
    String all = names(subject, trigger -> true);
    return instead.contains("gh-ost") && !all.isEmpty() ? tools(instead, all) : "";
  }

  /** PostgreSQL 18 manual, 19.11 {@code session_replication_role}; MySQL has no such switch. */
  private static String backfill(Subject subject, String names) {
    String fires = " The backfill fires " + names + " for each row: see what that writes.";
    return subject.isPostgresql()
        ? fires
            + " To keep it quiet, a superuser may SET session_replication_role = replica in the"
            + " backfill's session, which foreign keys do not look at either."
        : fires
            + " To keep it quiet, have it look at a user variable that the backfill's session sets.";
  }

  /** The rows go into another table, and only some tools have the triggers follow. */
  private static String tools(String instead, String names) {
    String other =
        instead.contains("pt-online-schema-change")
            ? ", pt-online-schema-change with --preserve-triggers"
            : "";
    return " The table has "
        + names
        + ": gh-ost takes it along only with --include-triggers"
        + other
        + ".";
  }

  /** The triggers for people: {@code the trigger a}, {@code the triggers a, b}. */
  static String names(Subject subject, Predicate<TriggerFacts> which) {
    Table table = subject.table();
    List<String> names =
        table == null
            ? List.of()
            : table.triggers().stream().filter(which).map(TriggerFacts::name).toList();
    String word = names.size() == 1 ? "the trigger " : "the triggers ";
    return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", word, ""));
  }
}
