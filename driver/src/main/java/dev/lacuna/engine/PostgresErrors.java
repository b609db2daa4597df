package dev.lacuna.engine;

import java.sql.SQLException;

/** The SQLStates of PostgreSQL that matter here (PostgreSQL 18 manual, appendix A). */
final class PostgresErrors implements ServerErrors {

  private static final String UNDEFINED_COLUMN = "42703";
  private static final String IN_FAILED_TRANSACTION = "25P02";
  private static final String FEATURE_NOT_SUPPORTED = "0A000";

  @Override
  public boolean endTransactions() {
    return true;
  }

  @Override
  public boolean isInFailedTransaction(SQLException e) {
    return IN_FAILED_TRANSACTION.equals(e.getSQLState());
  }

  @Override
  public boolean isUndefinedColumn(SQLException e) {
    return UNDEFINED_COLUMN.equals(e.getSQLState());
  }

  /** No guard of PostgreSQL's relies on it. */
  @Override
  public boolean isColumnAsEscape(SQLException e) {
    return false;
  }

  @Override
  public boolean isAmbiguousColumn(SQLException e) {
    return false;
  }

  /**
   * Class 42 is "syntax error or access rule violation"; "cached plan must not change result type"
   * has the state of any unsupported feature.
   */
  @Override
  public boolean mayComeFromAChangedTable(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("42") || state.equals(FEATURE_NOT_SUPPORTED));
  }

  @Override
  public boolean isStalePlan(SQLException e) {
    return FEATURE_NOT_SUPPORTED.equals(e.getSQLState())
        && String.valueOf(e.getMessage()).contains("cached plan");
  }

  /** The catalog is always read as it is now. */
  @Override
  public boolean isSnapshotTooOld(SQLException e) {
    return false;
  }

  /** Its sessions may open their temporary tables as often as they like. */
  @Override
  public boolean isTemporaryTableReopened(SQLException e) {
    return false;
  }

  /** Class 3B: savepoint exception (PostgreSQL 18 manual, Appendix A). */
  @Override
  public boolean isSavepointGone(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith("3B");
  }
}
