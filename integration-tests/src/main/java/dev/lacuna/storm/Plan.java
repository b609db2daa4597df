package dev.lacuna.storm;

import java.time.Duration;

/**
 * What the desks do.
 *
 * @param desks how many of them, each a thread with a connection
 * @param writePercent how many of its operations are writes
 * @param textPercent how often a desk works with values in the text instead of prepared statements
 * @param stint how many turns it keeps a connection and the statements prepared on it
 * @param linger how long a transaction may wait between its first look and its first touch of the
 *     table that changes
 */
public record Plan(int desks, int writePercent, int textPercent, int stint, Duration linger) {}
