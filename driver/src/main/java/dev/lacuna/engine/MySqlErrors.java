package dev.lacuna.engine;

import java.sql.SQLException;
import java.util.Set;

/**
 * The error numbers of MySQL that matter here, which MariaDB has too (MySQL 9.7 Error Message
 * Reference, 2 "Server Error Message Reference"). A statement that fails leaves its transaction as
 * it was, but for deadlocks, which are none of these.
 */
final class MySqlErrors implements ServerErrors {

  private static final int AMBIGUOUS_COLUMN = 1052;
  private static final int UNDEFINED_COLUMN = 1054;
  private static final int DUPLICATE_COLUMN_NAME = 1060;
  private static final int COLUMN_SPECIFIED_TWICE = 1110;
  private static final int WRONG_VALUE_COUNT = 1136;
  private static final int CANNOT_REOPEN_TABLE = 1137;
  private static final int WRONG_ARGUMENTS = 1210;
  private static final int WRONG_COUNT_OF_COLUMNS = 1222;
  private static final int OPERAND_COLUMNS = 1241;
  private static final int NO_SAVEPOINT = 1305;
  private static final int NO_DEFAULT = 1364;
  private static final int TABLE_DEFINITION_CHANGED = 1412;
  private static final int NEED_REPREPARE = 1615;

  private static final Set<Integer> OF_A_CHANGED_TABLE =
      Set.of(
          AMBIGUOUS_COLUMN,
          UNDEFINED_COLUMN,
          DUPLICATE_COLUMN_NAME,
          COLUMN_SPECIFIED_TWICE,
          WRONG_VALUE_COUNT,
          WRONG_COUNT_OF_COLUMNS,
          OPERAND_COLUMNS,
          NO_DEFAULT,
          TABLE_DEFINITION_CHANGED,
          NEED_REPREPARE);

  @Override
  public boolean endTransactions() {
    return false;
  }

  @Override
  public boolean isInFailedTransaction(SQLException e) {
    return false;
  }

  @Override
  public boolean isUndefinedColumn(SQLException e) {
    return e.getErrorCode() == UNDEFINED_COLUMN;
  }

  @Override
  public boolean isAmbiguousColumn(SQLException e) {
    return e.getErrorCode() == AMBIGUOUS_COLUMN;
  }

  /** The message is translated, the word in it is not. */
  @Override
  public boolean isColumnAsEscape(SQLException e) {
    return e.getErrorCode() == WRONG_ARGUMENTS && String.valueOf(e.getMessage()).contains("ESCAPE");
  }

  @Override
  public boolean mayComeFromAChangedTable(SQLException e) {
    return OF_A_CHANGED_TABLE.contains(e.getErrorCode())
        || isColumnAsEscape(e)
        || isStalePlan(e)
        || isSnapshotTooOld(e);
  }

  /**
   * Connector/J looks for the columns of the execution among those of the preparation, also where
   * both are of one call: with {@code useCursorFetch} (9.7.0: tried).
   */
  @Override
  public boolean isStalePlan(SQLException e) {
    return e.getErrorCode() == NEED_REPREPARE
        || e.getCause() instanceof ArrayIndexOutOfBoundsException;
  }

  /** MariaDB 11.8 now and then says it as a warning that has become the error. */
  @Override
  public boolean isSnapshotTooOld(SQLException e) {
    return e.getErrorCode() == TABLE_DEFINITION_CHANGED
        || String.valueOf(e.getMessage()).contains("InnoDB: insufficient history for index");
  }

  @Override
  public boolean isTemporaryTableReopened(SQLException e) {
    return e.getErrorCode() == CANNOT_REOPEN_TABLE;
  }

  /** "… does not exist" (MySQL 9.7 Error Message Reference, ER_SP_DOES_NOT_EXIST). */
  @Override
  public boolean isSavepointGone(SQLException e) {
    return e.getErrorCode() == NO_SAVEPOINT;
  }
}
