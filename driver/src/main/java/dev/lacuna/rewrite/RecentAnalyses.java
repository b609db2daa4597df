package dev.lacuna.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * Some of the texts that came by last, and what they are; a later one takes the place of an earlier
 * one. To find one takes no lock, writes nothing and allocates nothing.
 *
 * <p>Safe for use by several threads: one may not see what another has added, or see it late. What
 * is found has been added.
 */
final class RecentAnalyses {

  // It may be published by a race: a record's fields are final (JLS 17.5).
  private record Analysed(String text, Analysis analysis) {}

  private final @Nullable Analysed[] known = new Analysed[RecentTexts.PLACES];

  /** What a text is, or null if it is not among them. */
  @Nullable Analysis of(String text) {
    Analysed found = RecentTexts.mayBeKept(text) ? known[RecentTexts.place(text)] : null;
    return found != null && text.equals(found.text()) ? found.analysis() : null;
  }

  /** Adds a text, unless it is too long to be kept here. */
  void add(String text, Analysis analysis) {
    if (RecentTexts.mayBeKept(text)) {
      known[RecentTexts.place(text)] = new Analysed(text, analysis);
    }
  }
}
