package dev.lacuna.sql;

import java.util.List;

/**
 * One assignment of {@code SET}: {@code a = 1}, {@code (a, b) = (1, 2)} or MySQL's {@code t.a = 1}.
 *
 * @param range all its tokens
 * @param targets the token of each assigned column's own name
 * @param value the tokens behind the equals sign
 * @param row whether the left side is a list in parentheses
 * @param qualifier the token of the table's or alias's name right before MySQL's column; −1 where
 *     there is none
 */
public record Assignment(
    Range range, List<Integer> targets, Range value, boolean row, int qualifier) {}
