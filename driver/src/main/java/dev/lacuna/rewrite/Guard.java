package dev.lacuna.rewrite;

import java.util.List;

/**
 * What a rewritten write relies on: that columns of a table are still missing.
 *
 * @param path the table's name, as the statement has it
 * @param columns the columns, normalised
 * @param lock a statement that keeps the table as it is to the transaction's end; empty where the
 *     probe does so itself
 * @param probe a query of one row with a boolean for each column: whether it is still missing. The
 *     server answers it from the catalog as it is now, whatever the transaction's snapshot
 */
public record Guard(List<String> path, List<String> columns, String lock, String probe) {}
