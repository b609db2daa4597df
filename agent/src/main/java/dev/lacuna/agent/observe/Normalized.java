package dev.lacuna.agent.observe;

/**
 * What an SQL text is, its values aside.
 *
 * @param sql the text with masked constants, folded lists, single blanks, no comments but hints
 * @param parameters how many markers the text has
 * @param explainable whether a plan of it can be asked for: one statement, well-formed, that reads
 *     or writes, and not the server's own catalog
 */
public record Normalized(String sql, StatementKind kind, int parameters, boolean explainable) {

  /** A short name for {@link #sql}: the same for texts that differ in nothing else. Computed. */
  public String fingerprint() {
    return Normalizer.fingerprint(sql);
  }
}
