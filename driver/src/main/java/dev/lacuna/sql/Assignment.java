package dev.lacuna.sql;

import java.util.List;

/**
 * One assignment of {@code SET}: {@code a = 1} or {@code (a, b) = (1, 2)}.
 *
 * @param range all its tokens
 * @param targets the token of each assigned column's own name
 * @param value the tokens behind the equals sign
 * @param row whether the left side is a list in parentheses
 */
public record Assignment(Range range, List<Integer> targets, Range value, boolean row) {}
