package dev.lacuna.config;

/** What happens to DDL: {@code lacuna.ddl}. */
public enum DdlMode {
  /** It is not looked at. */
  OFF,
  /** Its verdict is logged. */
  LOG,
  /** The same; its wait for a lock is bounded, and it tries again. */
  GUARD,
  /** The same; what is dangerous is refused. */
  REFUSE;

  /** Whether the wait for locks is bounded. */
  public boolean isGuarded() {
    return this == GUARD || this == REFUSE;
  }
}
