package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.accept.Acceptance;
import dev.lacuna.agent.review.shift.LoggedShift;
import dev.lacuna.agent.review.shift.Severity;
import dev.lacuna.agent.review.shift.ShiftLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be reviewed, as cards, the worst first. A cause has a card in each of the three
 * where it has findings.
 *
 * @param open nobody has accepted them
 * @param improvements likewise, and the queries are better off
 * @param accepted what somebody has
 * @param problems a sentence for each line of the log that could not be read
 */
public record Review(
    List<Card> open, List<Card> improvements, List<Card> accepted, List<String> problems) {

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparingDouble(Finding::weight)
          .reversed()
          .thenComparing(finding -> finding.shift().key());

  private static final Comparator<Card> WORST_CARD_FIRST =
      Comparator.comparing(Card::severity)
          .thenComparingDouble(card -> card.findings().stream().mapToDouble(Finding::weight).sum())
          .reversed()
          .thenComparing(Card::key);

  /**
   * The findings of a log, sorted into cards; the latest line of a shift counts.
   *
   * @param accepted by the key of the shift
   * @param today the day on which acceptances have to hold
   */
  public static Review of(ShiftLog log, Map<String, Acceptance> accepted, LocalDate today) {
    Map<String, LoggedShift> latest = new LinkedHashMap<>();
    log.shifts().forEach(shift -> latest.put(shift.key(), shift));
    List<Finding> findings =
        latest.values().stream()
            .map(shift -> finding(shift, accepted.get(shift.key()), today))
            .toList();
    Predicate<Finding> isAccepted = Finding::isAccepted;
    return new Review(
        cards(findings, isAccepted.or(Finding::isImprovement).negate()),
        cards(findings, isAccepted.negate().and(Finding::isImprovement)),
        cards(findings, isAccepted),
        log.problems());
  }

  private static Finding finding(
      LoggedShift shift, @Nullable Acceptance acceptance, LocalDate today) {
    if (acceptance == null) {
      return new Finding(shift, Optional.empty(), Optional.empty());
    }
    Optional<String> lapsed =
        acceptance.hasPassed(today)
            ? Optional.of("%s accepted it until %s.".formatted(acceptance.by(), acceptance.until()))
            : acceptance.hash().equals(shift.after().hash())
                ? Optional.empty()
                : Optional.of(
                    "%s accepted it on %s; the plan has moved again since."
                        .formatted(acceptance.by(), acceptance.on()));
    return lapsed.isPresent()
        ? new Finding(shift, Optional.empty(), lapsed)
        : new Finding(shift, Optional.of(acceptance), Optional.empty());
  }

  private static List<Card> cards(List<Finding> findings, Predicate<Finding> which) {
    Map<String, List<Finding>> byCause =
        findings.stream()
            .filter(which)
            .collect(
                Collectors.groupingBy(
                    finding -> CauseKey.of(finding.shift()),
                    LinkedHashMap::new,
                    Collectors.toCollection(ArrayList::new)));
    return byCause.entrySet().stream()
        .map(
            entry ->
                new Card(entry.getKey(), entry.getValue().stream().sorted(WORST_FIRST).toList()))
        .sorted(WORST_CARD_FIRST)
        .toList();
  }

  /** What nobody has accepted, improvements included. */
  public Stream<Finding> unreviewed() {
    return Stream.concat(findings(open), findings(improvements));
  }

  public Stream<Finding> all() {
    return Stream.concat(unreviewed(), findings(accepted));
  }

  /** Whether there is something unreviewed that is at least as severe. */
  public boolean hasUnreviewed(Severity severity) {
    return unreviewed().anyMatch(finding -> finding.severity().isAtLeast(severity));
  }

  /** {@code 2 causes, 3 queries: 1 block, 2 warn; 1 improvement; 4 accepted}. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    if (open.isEmpty()) {
      parts.add("Nothing to review");
    } else {
      parts.add(
          "%s, %s: %s"
              .formatted(
                  Words.count(open.size(), "cause", "causes"),
                  Words.count(findings(open).count(), "query", "queries"),
                  severities()));
    }
    add(parts, improvements, "improvement", "improvements");
    add(parts, accepted, "accepted", "accepted");
    return String.join("; ", parts);
  }

  private String severities() {
    return Stream.of(Severity.BLOCK, Severity.WARN, Severity.INFO)
        .map(severity -> Map.entry(severity, count(severity)))
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey().label()))
        .collect(Collectors.joining(", "));
  }

  /** The open findings of a severity. */
  public long count(Severity severity) {
    return findings(open).filter(finding -> finding.severity() == severity).count();
  }

  private static void add(List<String> parts, List<Card> cards, String one, String many) {
    long count = findings(cards).count();
    if (count > 0) {
      parts.add(Words.count(count, one, many));
    }
  }

  private static Stream<Finding> findings(List<Card> cards) {
    return cards.stream().flatMap(card -> card.findings().stream());
  }
}
