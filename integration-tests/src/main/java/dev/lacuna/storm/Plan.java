package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the desks do.
 *
 * @param engine whose SQL they speak
 * @param desks how many of them, each a thread with a connection
 * @param firstDesk the number of the first: no two desks on a table have the same
 * @param snapshots whether transactions run in REPEATABLE READ too
 * @param writePercent how many of its operations are writes
 * @param textPercent how often a desk works with values in the text instead of prepared statements
 * @param stint how many turns it keeps a connection and the statements prepared on it
 * @param linger how long a transaction may wait between its first look and its first touch of the
 *     table that changes, and a batch between its last row and its execution
 */
public record Plan(
    Engine engine,
    int desks,
    int firstDesk,
    boolean snapshots,
    int writePercent,
    int textPercent,
    int stint,
    Duration linger)
    implements Serializable {

  /** Desks numbered from 1, in all isolation levels. */
  public Plan(
      Engine engine, int desks, int writePercent, int textPercent, int stint, Duration linger) {
    this(engine, desks, 1, true, writePercent, textPercent, stint, linger);
  }

  /** The same for other desks. */
  Plan from(int desk) {
    return new Plan(engine, desks, desk, snapshots, writePercent, textPercent, stint, linger);
  }

  /** The same without REPEATABLE READ. */
  Plan withoutSnapshots() {
    return new Plan(engine, desks, firstDesk, false, writePercent, textPercent, stint, linger);
  }
}
