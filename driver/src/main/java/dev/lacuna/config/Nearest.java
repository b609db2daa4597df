package dev.lacuna.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who has mistyped a name. */
final class Nearest {

  /** One edit in three characters: a typo is nearer, another word is not. */
  private static final int CHARACTERS_PER_EDIT = 3;

  private Nearest() {}

  /** Returns the candidate with the fewest edits from a name, or none if all are too far. */
  static Optional<String> to(String name, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> edits(name, candidate) <= candidate.length() / CHARACTERS_PER_EDIT)
        .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
  }

  /** The Levenshtein distance, upper and lower case being the same. */
  private static int edits(String name, String candidate) {
    String from = name.toLowerCase(Locale.ROOT);
    int[] row = new int[candidate.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[candidate.length()];
  }
}
