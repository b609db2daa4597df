package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.shift.Cause;
import dev.lacuna.agent.review.shift.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cause, and the queries that shifted with it.
 *
 * @param key names the cause on the command line
 * @param findings the worst first; at least one
 */
public record Card(String key, List<Finding> findings) {

  public Card {
    findings = List.copyOf(findings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("findings must not be empty");
    }
  }

  public Finding worst() {
    return findings.get(0);
  }

  public Cause cause() {
    return worst().shift().cause();
  }

  public Severity severity() {
    return worst().severity();
  }

  /** What happened to its worst query, and how many others there are. */
  public String sentence() {
    int others = findings.size() - 1;
    return worst().sentence()
        + (others == 0
            ? ""
            : " " + Words.count(others, "more query", "more queries") + " with it.");
  }

  /** The cause: {@code orders.region was added by the application, 2026-11-20 22:14:03Z}. */
  public String causeWords() {
    Cause cause = cause();
    String was = cause.hasSeveralColumns() ? " were " : " was ";
    String what =
        switch (cause.event()) {
          case "add-column" -> cause.columnOfTable() + was + "added";
          case "backfill" -> cause.columnOfTable() + was + "filled";
          case "index" -> "an index came or went on " + cause.tableName();
          case "analyze" -> cause.tableName() + " was analyzed";
          default -> cause.columnOfTable() + was + "changed";
        };
    String by =
        switch (cause.source() == null ? "" : cause.source()) {
          case "in-process" -> " by the application";
          case "catalog" -> ", as the catalog shows";
          default -> "";
        };
    return what + by + (cause.at() == null ? "" : ", " + Words.second(cause.at()));
  }

  /** What would help its queries; a statement stands there once, for its first reason. */
  public List<Remedy> remedies() {
    Set<String> seen = new HashSet<>();
    return findings.stream()
        .flatMap(finding -> finding.remedies().stream())
        .filter(remedy -> seen.add(remedy.sql().isEmpty() ? remedy.what() : remedy.sql()))
        .toList();
  }
}
