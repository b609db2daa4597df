package dev.lacuna.cli;

import dev.lacuna.ddl.Level;
import org.jspecify.annotations.Nullable;

/** From which verdict on a build fails. */
enum FailOn {
  CAUTION(Level.CAUTION),
  DANGEROUS(Level.DANGEROUS),
  NEVER(null);

  private final @Nullable Level level;

  FailOn(@Nullable Level level) {
    this.level = level;
  }

  /** The least of them; null for none. */
  @Nullable Level level() {
    return level;
  }
}
