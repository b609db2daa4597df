package dev.lacuna.agent.review.diff;

import java.util.Locale;

/** What became of a node. */
public enum Change {
  SAME(' '),
  CHANGED('~'),
  REMOVED('-'),
  ADDED('+'),
  /** It reads the same table in another place; it stands in a row of its own on either side. */
  MOVED('>');

  private final char mark;

  Change(char mark) {
    this.mark = mark;
  }

  /** For those who do not see the colours. */
  public char mark() {
    return mark;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
