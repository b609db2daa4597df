package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.shift.Shift;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What would help a query whose plan has shifted. Nothing for what is no worse. */
final class Remedies {

  private static final Pattern NO_COLUMNS =
      Pattern.compile("(?i)^(INSERT|REPLACE)\\b[^(]*\\b(VALUES?|SELECT)\\b");

  private final LoggedShift shift;
  private final RemedySql sql;
  private final Set<Remedy> remedies = new LinkedHashSet<>();

  private Remedies(LoggedShift shift) {
    this.shift = shift;
    this.sql = shift.isOn("postgres") ? new PostgresSql() : new MysqlSql();
  }

  static List<Remedy> of(LoggedShift shift) {
    Remedies remedies = new Remedies(shift);
    if (!shift.cause().table().isEmpty()) {
      remedies.collect();
    }
    return List.copyOf(remedies.remedies);
  }

  private void collect() {
    if (shift.severity() == Severity.INFO) {
      return;
    }
    if (!shift.settled() && Telling.of(shift.worst()) != Telling.PLAN_UNOBTAINABLE) {
      add(
          "Not settled: this may pass when the table has been maintained.",
          sql.maintain(shift.cause().table()));
    }
    for (Shift told : shift.shifts()) {
      if (told.severity() != Severity.INFO) {
        against(told);
      }
    }
  }

  private void against(Shift told) {
    switch (Telling.of(told)) {
      case COVERING_LOST -> coveringLost(told);
      case SEQ_SCAN, INDEX_LOST, UNBOUNDED_LOOP -> indexLost();
      case ROWS_OFF ->
          add(
              "The estimate moved: gather statistics, more of them on the new column.",
              sql.statistics(shift.cause().table(), shift.cause().column()));
      case SPILL ->
          add("What it sorts or hashes outgrows its memory: see what it may use.", sql.memory());
      case PLAN_UNOBTAINABLE -> refused();
      default -> {
        // What would help is not to be told from the plan alone.
      }
    }
  }

  private void coveringLost(Shift told) {
    if (Sentence.fetchesAllColumns(shift)) {
      add("Name the columns that are needed in place of *: the index covers them still.", "");
    }
    boolean added = shift.cause().event().equals("add-column");
    Sentence.lostIndex(shift, told)
        .filter(index -> added && !shift.cause().column().isEmpty() && !index.contains("+"))
        .ifPresent(
            index ->
                add(
                    "Or let the index hold the new column as well. This prints the statement:",
                    sql.widened(shift.cause().table(), index, shift.cause().column())));
    if (shift.cause().event().equals("backfill") && shift.settled()) {
      add("The backfill left row versions behind.", sql.maintain(shift.cause().table()));
    }
  }

  private void indexLost() {
    add(
        "See which indexes there are, and whether the one it used is still among them.",
        sql.indexes(shift.cause().table()));
    if (mentionsColumn()) {
      add(
          "It asks for the new column, which may need an index.",
          sql.index(shift.cause().table(), shift.cause().column()));
    }
  }

  private void refused() {
    add("Run the statement by hand as the application's user: the error says why.", "");
    if (Sentence.fetchesAllColumns(shift) || NO_COLUMNS.matcher(shift.sql()).find()) {
      add("Name the columns: a star, and an INSERT that names none, take the new one in.", "");
    }
  }

  private boolean mentionsColumn() {
    String column = shift.cause().column();
    return !column.isEmpty()
        && !column.contains(",")
        && Words.line(shift.sql())
            .matches("(?is).*\\b(where|on|by|and)\\b.*\\b" + Pattern.quote(column) + "\\b.*");
  }

  private void add(String what, String statement) {
    remedies.add(new Remedy(what, statement));
  }
}
