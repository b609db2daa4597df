package dev.lacuna.rewrite;

/** Says that a statement has no answer as if the column were there. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * The SQLState of a refusal that is Lacuna's own: any other of class 42. The one of an
   * unsupported feature, 0A000, makes connection pools throw the connection away (HikariCP's {@code
   * ProxyConnection}, version 7.1.0).
   */
  public static final String REFUSED = "42000";

  private final String sqlState;

  NoAnswerException(String reason) {
    this(reason, REFUSED);
  }

  NoAnswerException(String reason, String sqlState) {
    super(reason);
    this.sqlState = sqlState;
  }

  /** The SQLState that the server has for it, or {@link #REFUSED}. */
  public String sqlState() {
    return sqlState;
  }

  /** Whether the statement is wrong with the column there, too. */
  public boolean isMistake() {
    return sqlState.equals("42701") || sqlState.equals("42601");
  }
}
