package dev.lacuna.ddl;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids that sort by the time at which they were made, to the millisecond: UUIDs of version 7 (RFC
 * 9562, 5.7). Unlike a number that the server counts, none changes what {@code LAST_INSERT_ID()} or
 * {@code lastval()} say to the application.
 */
final class TimeOrderedId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeOrderedId() {}

  static String next() {
    long high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
    long low = Long.MIN_VALUE | RANDOM.nextLong() >>> 2;
    return new UUID(high, low).toString();
  }
}
