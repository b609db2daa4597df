package dev.lacuna.agent.observe;

import org.jspecify.annotations.Nullable;

/**
 * Times of a query in milliseconds.
 *
 * @param p50 null where there were no calls
 * @param p95 null where there were no calls
 */
public record Percentiles(@Nullable Double p50, @Nullable Double p95) {

  public static final Percentiles NONE = new Percentiles(null, null);
}
