package dev.lacuna.agent.baseline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table as the catalog shows it at one time. Counters that an engine does not have stay 0.
 *
 * @param columns names by what identifies a column: its number where it has one, else its name; in
 *     the table's order
 * @param indexes definitions by name
 * @param pages of the table, as the statistics say; for a partitioned table the sum
 * @param rows as the statistics say; negative where there are none yet
 * @param visible how many pages an index-only scan need not look at
 * @param size in bytes on disk; 0 where it is not known
 * @param analyzes how often the statistics were renewed, or when last
 * @param vacuums how often it was vacuumed
 * @param updates how many rows have been updated
 */
public record TableState(
    Map<String, String> columns,
    Map<String, String> indexes,
    long pages,
    double rows,
    long visible,
    long size,
    long analyzes,
    long vacuums,
    long updates) {

  private static final double BIG_ROWS = 10_000;
  private static final long BIG_PAGES = 1_000;

  public TableState {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    indexes = Map.copyOf(indexes);
  }

  /** Whether reading all of it is a matter: 10,000 rows or 1,000 pages. */
  public boolean isBig() {
    return rows >= BIG_ROWS || pages >= BIG_PAGES;
  }
}
