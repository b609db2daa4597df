package dev.lacuna.storm;

import dev.lacuna.storm.SchemaClock.Step;
import org.jspecify.annotations.Nullable;

/**
 * A nickname that was written.
 *
 * @param mark the value
 * @param from the tick before the statement began
 * @param to the tick after it was committed; {@link #OPEN} until then
 */
record Written(Mark mark, long from, long to) {

  static final long OPEN = Long.MAX_VALUE;

  /** What a later look at the row may find. */
  enum Possible {
    /** The value, and nothing else. */
    VALUE,
    /** NULL, and nothing else: the value vanished, or the column is not there. */
    NOTHING,
    /** The write or the look ran while the column came or went, so it may be either. */
    EITHER;

    boolean allows(Mark written, @Nullable Mark seen) {
      return seen == null ? this != VALUE : this != NOTHING && seen.equals(written);
    }
  }

  Written until(long tick) {
    return new Written(mark, from, tick);
  }

  /** The server had the column while this ran, and so has stored the value. */
  boolean surelyStored() {
    return new Span(from, to).within(Step.PRESENT);
  }

  /** The server lacked the column while this ran, and so cannot have stored the value. */
  boolean surelyVanished() {
    return new Span(from, to).within(Step.ABSENT);
  }

  /** What a look at the row may find, if nothing was written to the row in between. */
  Possible seenIn(Span look) {
    if (look.within(Step.ABSENT)) {
      return Possible.NOTHING;
    }
    if (!look.within(Step.PRESENT)) {
      return Possible.EITHER;
    }
    if (from == look.from()) {
      return Possible.VALUE;
    }
    long adding = look.from() - 1;
    return to < adding ? Possible.NOTHING : Possible.EITHER;
  }
}
