package dev.lacuna.config;

/** What happens to a value that is written to a missing column: {@code lacuna.writes}. */
public enum Writes {
  /** The statement runs without it. */
  DISCARD,
  /** The statement fails. */
  REJECT
}
