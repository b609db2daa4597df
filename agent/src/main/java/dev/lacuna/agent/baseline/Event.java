package dev.lacuna.agent.baseline;

/** What may happen to a table that has a new column. */
public enum Event {
  ADD_COLUMN("add-column"),
  BACKFILL("backfill"),
  INDEX("index"),
  ANALYZE("analyze"),
  OTHER("other");

  private final String id;

  Event(String id) {
    this.id = id;
  }

  /** As the log has it. */
  public String id() {
    return id;
  }
}
