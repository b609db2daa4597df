package dev.lacuna.jdbc;

/**
 * What Lacuna has done so far for all connections with the same URL and options.
 *
 * @param unsupported statements that name a declared column and were sent unchanged because they
 *     could not be analysed
 * @param discarded statements from which written values vanished
 * @param resent statements that were sent again because a column had come or gone
 * @param retryable statements that failed with SQLState 40001 because a column had come or gone in
 *     the middle of a transaction
 */
public record Statistics(long unsupported, long discarded, long resent, long retryable) {}
