package dev.lacuna.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * Some of the texts that came by last; a later one takes the place of an earlier one. It takes no
 * lock and allocates nothing.
 *
 * <p>Safe for use by several threads: one may not see what another has added, or see it late. What
 * is found has been added.
 */
final class RecentTexts {

  /** With {@link #LONGEST}, at most 4 Mi characters. */
  static final int PLACES = 1024;

  private static final int LONGEST = 4096;

  // A String may be published by a race: its fields are final (JLS 17.5).
  private final @Nullable String[] texts = new String[PLACES];

  boolean contains(String text) {
    return mayBeKept(text) && text.equals(texts[place(text)]);
  }

  /** Adds a text; one of more than {@value #LONGEST} characters is let go. */
  void add(String text) {
    if (mayBeKept(text)) {
      texts[place(text)] = text;
    }
  }

  static boolean mayBeKept(String text) {
    return text.length() <= LONGEST;
  }

  // A string remembers its hash code: for a constant of the application, this costs nothing.
  static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}
