package dev.lacuna.agent.review.card;

import dev.lacuna.agent.plan.PlanNode;
import dev.lacuna.agent.review.shift.Cause;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Shift;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What happened to a query and why, in one sentence. */
final class Sentence {

  private static final Pattern STAR =
      Pattern.compile(
          "\\bselect\\s+(?:distinct\\s+|/\\*.*?\\*/\\s*)*(?:[\\w\"`]+\\s*\\.\\s*)?\\*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Sentence() {}

  /** Who, what, why: {@code Orders.byCustomer lost its index-only scan on o_cov: …}. */
  static String of(LoggedShift shift) {
    return subject(shift) + " " + predicate(shift) + ": " + reason(shift) + ".";
  }

  /** The method that runs it; the statement's first words where that is not known. */
  static String subject(LoggedShift shift) {
    CallSite site = CallSite.parse(shift.callSite());
    return site == null ? "“" + Words.start(shift.sql()) + "”" : site.shortName();
  }

  private static String predicate(LoggedShift shift) {
    Shift worst = shift.worst();
    return Telling.of(worst)
        .words()
        .replace("{table}", table(shift, worst))
        .replace("{index}", index(shift, worst))
        .replace("{from}", Telling.spoken(Objects.requireNonNullElse(worst.from(), "nothing")))
        .replace("{to}", Telling.spoken(Objects.requireNonNullElse(worst.to(), "nothing")));
  }

  private static String table(LoggedShift shift, Shift worst) {
    return worst.table() == null ? shift.cause().tableName() : worst.table();
  }

  private static String index(LoggedShift shift, Shift worst) {
    return lostIndex(shift, worst).orElse("an index");
  }

  /** The index by which the table was read before. */
  static Optional<String> lostIndex(LoggedShift shift, Shift told) {
    PlanNode plan = shift.before().plan();
    return plan == null
        ? Optional.empty()
        : plan.stream()
            .filter(node -> told.table() == null || told.table().equals(node.table()))
            .flatMap(node -> Optional.ofNullable(node.index()).stream())
            .findFirst();
  }

  static boolean fetchesAllColumns(LoggedShift shift) {
    return STAR.matcher(shift.sql()).find();
  }

  private static String reason(LoggedShift shift) {
    Cause cause = shift.cause();
    String column = cause.column().isEmpty() ? "a column" : cause.columnWords();
    String was = cause.hasSeveralColumns() ? " were" : " was";
    return switch (cause.event()) {
      case "add-column" ->
          fetchesAllColumns(shift) && Telling.of(shift.worst()) == Telling.COVERING_LOST
              ? "SELECT * now fetches " + column
              : column + was + " added to " + cause.tableName();
      case "backfill" -> column + was + " filled in " + cause.tableName();
      case "index" -> "an index came or went on " + cause.tableName();
      case "analyze" -> cause.tableName() + " got new statistics after " + column + was + " added";
      default -> cause.tableName() + " was changed";
    };
  }
}
