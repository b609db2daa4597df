package dev.lacuna.agent.review.shift;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a plan is now different.
 *
 * @param kind in kebab-case: {@code covering-lost}
 * @param table the table that it concerns; null where it concerns the whole plan
 * @param from what was there before; null where there was nothing
 * @param to what is there now; null where there is nothing
 */
public record Shift(
    String kind,
    @Nullable String table,
    @Nullable String from,
    @Nullable String to,
    Severity severity) {}
