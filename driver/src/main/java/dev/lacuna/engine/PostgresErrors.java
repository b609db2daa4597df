package dev.lacuna.engine;

import java.sql.SQLException;

/** The SQLStates of PostgreSQL that matter here (PostgreSQL 18 manual, appendix A). */
public final class PostgresErrors {

  private static final String UNDEFINED_COLUMN = "42703";
  private static final String IN_FAILED_TRANSACTION = "25P02";
  private static final String FEATURE_NOT_SUPPORTED = "0A000";

  private PostgresErrors() {}

  /** Whether the transaction had failed already, so that nothing runs in it any more. */
  public static boolean isInFailedTransaction(SQLException e) {
    return IN_FAILED_TRANSACTION.equals(e.getSQLState());
  }

  /** Whether the statement named a column that the table has not. */
  public static boolean isUndefinedColumn(SQLException e) {
    return UNDEFINED_COLUMN.equals(e.getSQLState());
  }

  /**
   * Whether the statement may have failed because a table had changed since it was written or
   * prepared: class 42, "syntax error or access rule violation", or "cached plan must not change
   * result type", which has the state of any unsupported feature.
   */
  public static boolean mayComeFromAChangedTable(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("42") || state.equals(FEATURE_NOT_SUPPORTED));
  }

  /** Whether a plan that the server had kept no longer fits: the server has no state for it. */
  public static boolean isStalePlan(SQLException e) {
    return FEATURE_NOT_SUPPORTED.equals(e.getSQLState())
        && String.valueOf(e.getMessage()).contains("cached plan");
  }
}
