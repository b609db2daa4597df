package dev.lacuna.sql;

import java.util.List;

/**
 * {@code RETURNING}.
 *
 * @param range all its tokens, the word {@code RETURNING} first
 * @param items what it returns
 */
public record Returning(Range range, List<SelectItem> items) {}
