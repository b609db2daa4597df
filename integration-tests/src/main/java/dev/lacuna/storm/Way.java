package dev.lacuna.storm;

import java.util.EnumSet;
import java.util.Set;

/** How the column comes and goes. */
enum Way {
  /** Added and dropped. */
  ALTER,
  /** Renamed from another name, and to another. */
  RENAME,
  /** Another table takes the place of the table, as tools for large tables do it. */
  SWAP;

  static final Set<Way> ALL = Set.copyOf(EnumSet.allOf(Way.class));
  static final Set<Way> WITHOUT_SWAP = Set.copyOf(EnumSet.of(ALTER, RENAME));
}
