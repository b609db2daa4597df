package dev.lacuna.agent.compare;

/** How much a shift matters, the least first. */
public enum Severity {
  INFO("info"),
  WARN("warn"),
  BLOCK("block");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** As the log has it. */
  public String id() {
    return id;
  }
}
