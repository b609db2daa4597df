package dev.lacuna.agent.observe;

import dev.lacuna.engine.Dialect;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All queries that the agent knows, bounded: in texts, of which there may be many for one query,
 * and in queries. What has not been seen for longest is forgotten.
 */
public final class Queries {

  /**
   * Characters of texts in one generation: 8 MB, as Java keeps most texts in a byte a character.
   */
  private static final long TEXT_CHARACTERS = 4L << 20;

  /** What a text costs besides its characters. */
  private static final int TEXT_OVERHEAD = 200;

  /** A longer text is not kept, but looked at each time. */
  private static final int MAX_TEXT = 64 << 10;

  private static final long MAX_QUERIES = 2_500;

  private final TwoGenerations<Text, Normalized> texts =
      new TwoGenerations<>(TEXT_CHARACTERS, text -> text.sql().length() + TEXT_OVERHEAD);
  private final TwoGenerations<Key, Query> queries = new TwoGenerations<>(MAX_QUERIES, key -> 1);
  private final AtomicLong dropped = new AtomicLong();

  private record Text(Dialect dialect, String sql) {}

  private record Key(Target target, String fingerprint) {}

  Query of(Target target, String sql) {
    Normalized text = normalized(target.kind(), sql);
    return queries.get(new Key(target, text.fingerprint()), key -> new Query(target, text));
  }

  Normalized normalized(DatabaseKind kind, String sql) {
    if (sql.length() > MAX_TEXT) {
      return Normalizer.normalize(sql, kind.dialect());
    }
    return texts.get(
        new Text(kind.dialect(), sql), text -> Normalizer.normalize(text.sql(), text.dialect()));
  }

  void dropped() {
    dropped.incrementAndGet();
  }
}
