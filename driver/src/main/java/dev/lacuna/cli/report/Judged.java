package dev.lacuna.cli.report;

import dev.lacuna.ddl.Verdict;

/**
 * A statement that was judged, and where it stands.
 *
 * @param file its name, with slashes
 * @param line the line, from 1, of its first key word
 * @param lastLine the line of its last
 */
public record Judged(String file, int line, int lastLine, Verdict verdict) {

  /** As compilers write it: {@code migration.sql:12}. */
  public String place() {
    return file + ":" + line;
  }
}
