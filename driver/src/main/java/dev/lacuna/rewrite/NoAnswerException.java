package dev.lacuna.rewrite;

/** Says that a statement has no answer as if the column were there. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String FEATURE_NOT_SUPPORTED = "0A000";

  private final String sqlState;

  NoAnswerException(String reason) {
    this(reason, FEATURE_NOT_SUPPORTED);
  }

  NoAnswerException(String reason, String sqlState) {
    super(reason);
    this.sqlState = sqlState;
  }

  /** The SQLState that the server has for it, or that of an unsupported feature. */
  public String sqlState() {
    return sqlState;
  }

  /** Whether the statement is wrong with the column there, too. */
  public boolean isMistake() {
    return sqlState.equals("42701") || sqlState.equals("42601");
  }
}
