package dev.lacuna.config;

/**
 * How DDL is recorded.
 *
 * @param on whether it is
 * @param reason why DDL runs, where the statement does not say; empty for none
 * @param approvedBy who has approved it; empty for none
 * @param commit the commit that it comes from; empty for none
 */
public record HistoryOptions(boolean on, String reason, String approvedBy, String commit) {

  /** What nobody has set. */
  public static final HistoryOptions OFF = new HistoryOptions(false, "", "", "");
}
