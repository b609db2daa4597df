package dev.lacuna.verdicts;

import dev.lacuna.ddl.effect.Lock;
import java.util.Map;

/**
 * What a statement was seen to do on PostgreSQL.
 *
 * @param lock the strongest one on the table and on the indexes that it had before; weaker ones
 *     than SHARE UPDATE EXCLUSIVE, which every query takes, do not count
 * @param others the locks, from SHARE UPDATE EXCLUSIVE on, on other tables that were there before
 * @param readsWait whether a concurrent SELECT waited
 * @param writesWait whether a concurrent DELETE waited
 * @param rewrites whether the table got a new file with rows in it
 * @param scans whether rows were read
 */
record Measured(
    Lock lock,
    Map<String, Lock> others,
    boolean readsWait,
    boolean writesWait,
    boolean rewrites,
    boolean scans) {

  Measured {
    others = Map.copyOf(others);
  }

  /** Whether somebody waits for as long as the table is big. */
  boolean stalls() {
    return (rewrites || scans) && (readsWait || writesWait);
  }
}
