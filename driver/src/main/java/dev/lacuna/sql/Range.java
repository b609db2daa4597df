package dev.lacuna.sql;

/**
 * A run of tokens.
 *
 * @param from index of the first token
 * @param to index after the last token; equal to {@code from} where the run is empty
 */
public record Range(int from, int to) {

  /** Whether there is no token in it. */
  public boolean isEmpty() {
    return from >= to;
  }

  /** How many tokens it has. */
  public int length() {
    return to - from;
  }

  /** Whether the token with that index is one of it. */
  public boolean contains(int token) {
    return from <= token && token < to;
  }
}
