package dev.lacuna.agent.review.shift;

import org.jspecify.annotations.Nullable;

/**
 * What happened before the plan was first seen different.
 *
 * @param table as {@code schema.table}
 * @param column the column, or several of one statement, joined by commas; empty where it is none
 * @param event {@code add-column}, {@code backfill}, {@code index}, {@code analyze} or {@code
 *     other}
 * @param source {@code in-process} or {@code catalog}
 * @param ddl the statement, where it passed through the process
 * @param at when, as the log has it
 */
public record Cause(
    String table,
    String column,
    String event,
    @Nullable String source,
    @Nullable String ddl,
    @Nullable String at) {

  /** What was changed: {@code orders.region}, {@code tier and score of customers}. */
  public String columnOfTable() {
    if (column.isEmpty()) {
      return tableName();
    }
    return hasSeveralColumns() ? columnWords() + " of " + tableName() : tableName() + "." + column;
  }

  /** As one would say it: {@code region}, {@code tier and score}. */
  public String columnWords() {
    String spaced = column.replaceAll("\\s*,\\s*", ", ");
    int last = spaced.lastIndexOf(", ");
    return last < 0 ? spaced : spaced.substring(0, last) + " and " + spaced.substring(last + 2);
  }

  public boolean hasSeveralColumns() {
    return column.contains(",");
  }

  public String tableName() {
    return table.substring(table.lastIndexOf('.') + 1);
  }
}
