package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.shift.Shift;
import java.util.List;

/**
 * A label of a query: what is different, in two words.
 *
 * @param tone {@code info}, {@code warn}, {@code block}, or {@code gain}
 */
public record Badge(String label, String tone) {

  static List<Badge> of(List<Shift> shifts) {
    return shifts.stream().map(Badge::of).distinct().toList();
  }

  private static Badge of(Shift shift) {
    Telling telling = Telling.of(shift);
    String label = telling.badge(shift);
    if (telling == Telling.ROWS_OFF && shift.from() != null && shift.to() != null) {
      label += " " + digits(shift.from()) + " → " + digits(shift.to());
    }
    return new Badge(label, telling.isGain() ? "gain" : shift.severity().label());
  }

  /** {@code 104000 rows} as {@code 104,000}. */
  private static String digits(String rows) {
    String digits = rows.replace(" rows", "");
    return digits.matches("\\d{1,15}") ? Words.number((double) Long.parseLong(digits)) : digits;
  }
}
