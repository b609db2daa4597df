package dev.lacuna.config;

import java.time.Duration;
import java.util.Set;

/**
 * What is done about DDL.
 *
 * @param lockTimeout how long a guarded statement waits for its lock
 * @param retries how often it is tried again after that
 * @param budget how long others may wait behind it: all of them and all its tries together
 * @param allow the ids of the rules that neither refuse nor warn
 */
public record DdlOptions(
    DdlMode mode, Duration lockTimeout, int retries, Duration budget, Set<String> allow) {

  /** What nobody has set. */
  public static final DdlOptions DEFAULT =
      new DdlOptions(DdlMode.LOG, Duration.ofSeconds(2), 10, Duration.ofSeconds(60), Set.of());

  /** Copies the ids. */
  public DdlOptions {
    allow = Set.copyOf(allow);
  }
}
