package dev.lacuna.agent.baseline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a table that has a new column.
 *
 * @param table as {@code schema.table}
 * @param column the new columns, joined by commas
 * @param source {@code in-process} or {@code catalog}
 * @param ddl the masked text, where this process ran it
 * @param at when it ran or was noticed
 */
public record Happening(
    String table, String column, Event event, String source, @Nullable String ddl, Instant at) {

  public static final String IN_PROCESS = "in-process";
  public static final String CATALOG = "catalog";
}
