package dev.lacuna.schema;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes of tables that pass through this JVM, whatever database they are made in, so
 * that what one connection does makes the others ask again. Safe for use by several threads.
 */
public final class TableChanges {

  private static final AtomicLong COUNT = new AtomicLong();

  private TableChanges() {}

  /** A change was made, and can be seen by others from now on. */
  public static void happened() {
    COUNT.incrementAndGet();
  }

  static long count() {
    return COUNT.get();
  }
}
