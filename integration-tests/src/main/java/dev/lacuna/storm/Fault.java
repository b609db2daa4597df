package dev.lacuna.storm;

/** What the storm looks for. */
public enum Fault {
  /** An acknowledged write that the table does not show, or its history never had. */
  LOST_WRITE("lost writes"),
  /** A read that missed a write acknowledged before the read began. */
  STALE_READ("stale reads"),
  /** Something in the table or in an answer that nobody can have written there. */
  PHANTOM("phantoms"),
  /** An update count, or a number of returned rows, that is not the one as if. */
  MISCOUNT("miscounts");

  private final String plural;

  Fault(String plural) {
    this.plural = plural;
  }

  public String plural() {
    return plural;
  }
}
