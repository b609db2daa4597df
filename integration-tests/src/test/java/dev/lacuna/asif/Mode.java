package dev.lacuna.asif;

/** How a call reaches the server. A mode has connections of its own, with these options. */
enum Mode {
  /** A {@code Statement}. */
  STATEMENT(""),
  /** A {@code PreparedStatement}, as the driver sends its first executions. */
  PREPARED(""),
  /** A {@code PreparedStatement} that the server keeps; executed twice. */
  SERVER_PREPARED("&prepareThreshold=1"),
  /** A {@code PreparedStatement} whose values the driver writes into the text. */
  SIMPLE("&preferQueryMode=simple"),
  /** A {@code PreparedStatement} that is not executed: its metadata. */
  DESCRIBED(""),
  /** A batch that the driver makes one statement of. */
  REWRITTEN("&reWriteBatchedInserts=true");

  private final String options;

  Mode(String options) {
    this.options = options;
  }

  String options() {
    return options;
  }
}
