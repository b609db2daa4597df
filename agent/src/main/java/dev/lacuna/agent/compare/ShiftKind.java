package dev.lacuna.agent.compare;

/** What may shift in a plan. A gain is the same shift the other way, and is always told as info. */
public enum ShiftKind {
  COVERING_LOST("covering-lost", Severity.WARN),
  COVERING_GAINED("covering-gained", Severity.INFO),
  INDEX_LOST("index-lost", Severity.WARN),
  INDEX_GAINED("index-gained", Severity.INFO),
  /** An index was used, and now all of a big table is read. */
  SEQ_SCAN("seq-scan", Severity.BLOCK),
  INDEX_SWAP("index-swap", Severity.INFO),
  /** The same index is read in another way, or by another part of its condition. */
  ACCESS_CHANGED("access-changed", Severity.INFO),
  FILTER_ADDED("filter-added", Severity.WARN),
  FILTER_REMOVED("filter-removed", Severity.INFO),
  JOIN_ORDER("join-order", Severity.INFO),
  JOIN_METHOD("join-method", Severity.WARN),
  /** For each row of one side, all of a big table on the other side is read. */
  UNBOUNDED_LOOP("unbounded-loop", Severity.BLOCK),
  SORT_ADDED("sort-added", Severity.WARN),
  SORT_REMOVED("sort-removed", Severity.INFO),
  TEMPORARY_ADDED("temporary-added", Severity.WARN),
  TEMPORARY_REMOVED("temporary-removed", Severity.INFO),
  /** What is sorted or hashed is estimated to outgrow the memory that it may use. */
  SPILL("spill", Severity.WARN),
  SPILL_GONE("spill-gone", Severity.INFO),
  SUBPLAN_UNHASHED("subplan-unhashed", Severity.WARN),
  SUBPLAN_HASHED("subplan-hashed", Severity.INFO),
  PARALLEL_CHANGED("parallel-changed", Severity.INFO),
  /** Memoize, Materialize, or how rows are grouped. */
  NODES_CHANGED("nodes-changed", Severity.INFO),
  /** The estimate of rows moved by ten or more: told beside a shift of the shape, never alone. */
  ROWS_OFF("rows-off", Severity.WARN),
  /** The server had a plan for the statement, and now refuses it. */
  PLAN_UNOBTAINABLE("plan-unobtainable", Severity.BLOCK);

  private final String id;
  private final Severity severity;

  ShiftKind(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** As the log has it. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }
}
