package dev.lacuna.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ON CONFLICT}.
 *
 * @param range all its tokens
 * @param target the tokens of the index columns or constraint, empty where none is named
 * @param assignments those of {@code DO UPDATE}; empty for {@code DO NOTHING}
 * @param where the condition of {@code DO UPDATE}, without the word {@code WHERE}
 */
public record Conflict(
    Range range, Range target, List<Assignment> assignments, @Nullable Range where) {}
