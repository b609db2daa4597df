package dev.lacuna.jdbc;

import dev.lacuna.rewrite.Analysis;
import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.Translation;
import org.jspecify.annotations.Nullable;

/**
 * Some of the translations that one connection used last, each with what the connection knew of its
 * tables when it was made, by {@link dev.lacuna.schema.TableKnowledge#version}. A later one takes
 * the place of an earlier one.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class RecentTranslations {

  private static final int PLACES = 64;

  private record Known(
      Analysis.Relevant text, GeneratedKeys keys, long version, Translation translation) {}

  private final @Nullable Known[] known = new Known[PLACES];

  /** The translation of a text for what is known, or null if it is not among them. */
  @Nullable Translation of(Analysis.Relevant text, GeneratedKeys keys, long version) {
    Known found = known[place(text)];
    return found != null
            && found.text() == text
            && found.version() == version
            && found.keys().equals(keys)
        ? found.translation()
        : null;
  }

  void add(Analysis.Relevant text, GeneratedKeys keys, long version, Translation translation) {
    known[place(text)] = new Known(text, keys, version, translation);
  }

  // Identity: a text has one analysis while it is used.
  private static int place(Analysis.Relevant text) {
    return System.identityHashCode(text) & (PLACES - 1);
  }
}
