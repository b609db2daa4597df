package dev.lacuna.sql;

/** Says that a text, or a part of it, is not of a form that can be edited safely. */
public final class UnsupportedSqlException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With what stands in the way, as a clause: "ONLY with parentheses is not supported". */
  public UnsupportedSqlException(String reason) {
    super(reason);
  }

  // Control flow within one parse; nobody reads its stack.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
