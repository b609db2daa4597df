package dev.lacuna.agent.review.card;

import dev.lacuna.agent.review.shift.Shift;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a kind of shift is told. In the words, {@code {table}}, {@code {index}} (the one that was
 * used), {@code {from}} and {@code {to}} stand for those of the shift.
 */
public enum Telling {
  COVERING_LOST("covering-lost", "lost covering index", "lost its index-only scan on {index}"),
  COVERING_GAINED(
      "covering-gained", "covered by an index", "now reads an index alone, by {to}", true),
  SEQ_SCAN(
      "seq-scan", "scans a big table", "reads all of {table}, a big table, where it used {index}"),
  INDEX_LOST("index-lost", "lost index", "reads all of {table} where it used {index}"),
  INDEX_GAINED(
      "index-gained", "uses an index", "no longer reads all of {table}, but by {to}", true),
  INDEX_SWAP("index-swap", "other index", "went from {from} to {to}"),
  ACCESS_CHANGED("access-changed", "other access", "reads {table} in another way, by {to}"),
  FILTER_ADDED("filter-added", "filters rows", "reads rows of {table} that it then drops"),
  FILTER_REMOVED(
      "filter-removed", "no filter", "no longer reads rows of {table} to drop them", true),
  JOIN_ORDER("join-order", "other join order", "joins in another order ({to})"),
  JOIN_METHOD("join-method", "other join", "joins by {to} where it was {from}"),
  UNBOUNDED_LOOP(
      "unbounded-loop",
      "loops over a big table",
      "reads all of {table} again for each row it joins"),
  SORT_ADDED("sort-added", "sorts", "has to sort"),
  SORT_REMOVED("sort-removed", "no sort", "no longer has to sort", true),
  TEMPORARY_ADDED("temporary-added", "temporary table", "makes a temporary table"),
  TEMPORARY_REMOVED(
      "temporary-removed", "no temporary table", "no longer makes a temporary table", true),
  SPILL("spill", "spills to disk", "is expected to outgrow its memory and go to disk"),
  SPILL_GONE("spill-gone", "fits memory", "is expected to fit its memory", true),
  SUBPLAN_UNHASHED("subplan-unhashed", "subquery per row", "runs its subquery for each row"),
  SUBPLAN_HASHED("subplan-hashed", "subquery once", "runs its subquery once", true),
  PARALLEL_CHANGED("parallel-changed", "parallelism", "is {to} where it was {from}"),
  NODES_CHANGED("nodes-changed", "other steps", "goes through other steps"),
  ROWS_OFF("rows-off", "row estimate", "is expected to read {to} of {table} where it was {from}"),
  PLAN_UNOBTAINABLE("plan-unobtainable", "refused", "is refused by the server ({to})"),
  OTHER("", "", "changed its plan");

  private static final Map<String, Telling> BY_KIND =
      Stream.of(values()).collect(Collectors.toMap(Telling::kind, Function.identity()));

  private final String kind;
  private final String badge;
  private final String words;
  private final boolean gain;

  Telling(String kind, String badge, String words) {
    this(kind, badge, words, false);
  }

  Telling(String kind, String badge, String words, boolean gain) {
    this.kind = kind;
    this.badge = badge;
    this.words = words;
    this.gain = gain;
  }

  /** {@link #OTHER} for a kind that is not known. */
  public static Telling of(Shift shift) {
    return BY_KIND.getOrDefault(shift.kind(), OTHER);
  }

  public String kind() {
    return kind;
  }

  /** What the sentence says of the query. */
  String words() {
    return words;
  }

  /** A few words for a label. */
  String badge(Shift shift) {
    return this == OTHER ? shift.kind().replace('-', ' ') : badge;
  }

  /** Whether it is for the better. */
  boolean isGain() {
    return gain;
  }

  /** An operation of a plan as one would say it: {@code index-only scan on o_cov}. */
  static String spoken(String words) {
    int end = words.indexOf(' ');
    String op = end < 0 ? words : words.substring(0, end);
    if (!op.matches("[A-Z][A-Z_]+") || op.equals("SQLSTATE")) {
      return words;
    }
    String spoken =
        op.toLowerCase(Locale.ROOT).replace("index_only", "index-only").replace('_', ' ');
    return end < 0 ? spoken : spoken + " on " + words.substring(end + 1);
  }
}
