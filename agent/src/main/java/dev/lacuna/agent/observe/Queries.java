package dev.lacuna.agent.observe;

import dev.lacuna.engine.Dialect;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

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

  private final Texts texts = new Texts();
  private final All queries = new All();
  private final AtomicLong dropped = new AtomicLong();

  /** What a record would be: its methods are made when first called, which takes long. */
  private static final class Text {
    private final Dialect dialect;
    private final String sql;

    Text(Dialect dialect, String sql) {
      this.dialect = dialect;
      this.sql = sql;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text && dialect == text.dialect && sql.equals(text.sql);
    }

    @Override
    public int hashCode() {
      return sql.hashCode();
    }
  }

  /** A query of a database: the masked text tells it apart. */
  private static final class Key {
    private final Target target;
    private final Normalized text;

    Key(Target target, Normalized text) {
      this.target = target;
      this.text = text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && target.equals(key.target)
          && text.sql().equals(key.text.sql());
    }

    @Override
    public int hashCode() {
      return text.sql().hashCode();
    }
  }

  private static final class Texts extends TwoGenerations<Text, Normalized> {
    Texts() {
      super(TEXT_CHARACTERS);
    }

    @Override
    Normalized make(Text text) {
      return Normalizer.normalize(text.sql, text.dialect);
    }

    @Override
    long weight(Text text) {
      return text.sql.length() + (long) TEXT_OVERHEAD;
    }
  }

  private static final class All extends TwoGenerations<Key, Query> {
    All() {
      super(MAX_QUERIES);
    }

    @Override
    Query make(Key key) {
      return new Query(key.target, key.text);
    }

    @Override
    long weight(Key key) {
      return 1;
    }
  }

  Query of(Target target, String sql) {
    return queries.get(new Key(target, normalized(target.kind(), sql)));
  }

  Normalized normalized(DatabaseKind kind, String sql) {
    return sql.length() > MAX_TEXT
        ? Normalizer.normalize(sql, kind.dialect())
        : texts.get(new Text(kind.dialect(), sql));
  }

  void dropped() {
    dropped.incrementAndGet();
  }
}
