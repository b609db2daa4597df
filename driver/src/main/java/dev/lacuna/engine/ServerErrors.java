package dev.lacuna.engine;

import java.sql.SQLException;

/** What an engine's errors say of the tables that a statement was written for. */
public interface ServerErrors {

  /** PostgreSQL's. */
  ServerErrors POSTGRESQL = new PostgresErrors();

  /** MySQL's and MariaDB's. */
  ServerErrors MYSQL = new MySqlErrors();

  /** Whether an error makes the server give up the transaction around the statement. */
  boolean endTransactions();

  /** Whether the transaction had failed already, so that nothing runs in it any more. */
  boolean isInFailedTransaction(SQLException e);

  /** Whether the statement named a column that the table has not. */
  boolean isUndefinedColumn(SQLException e);

  /**
   * Whether a name stood for more than one column: so a guarded text is refused where a column is
   * there that it was taken to lack.
   */
  boolean isAmbiguousColumn(SQLException e);

  /**
   * Whether {@code ESCAPE} was given what is no constant: so a guarded text is refused where a name
   * in it is a column's that it was taken to lack.
   */
  boolean isColumnAsEscape(SQLException e);

  /**
   * Whether the statement may have failed because a table had changed since it was written or
   * prepared.
   */
  boolean mayComeFromAChangedTable(SQLException e);

  /** Whether what the server or the driver had kept of a prepared statement no longer fits. */
  boolean isStalePlan(SQLException e);

  /** Whether the transaction's snapshot is older than the table, and only a new one helps. */
  boolean isSnapshotTooOld(SQLException e);

  /** Whether the statement named a temporary table more often than the server can open it. */
  boolean isTemporaryTableReopened(SQLException e);

  /** Whether a savepoint is not there any more, as its transaction is not. */
  boolean isSavepointGone(SQLException e);
}
