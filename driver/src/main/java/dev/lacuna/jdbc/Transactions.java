package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import dev.lacuna.engine.ServerErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;

/**
 * The transactions of one connection: whether one goes on, and what can be undone in it.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class Transactions {

  private static final String SERIALIZATION_FAILURE = "40001";

  private final Connection connection;
  private final ServerErrors errors;
  private final OpenTransaction openTransaction;
  private final TransactionStart start;
  private final Tally tally;

  /** For a connection of the real driver. */
  Transactions(Engine engine, Connection connection, Tally tally) {
    this.connection = connection;
    this.errors = engine.errors();
    this.openTransaction = OpenTransaction.of(engine, connection);
    this.start =
        errors.endTransactions() ? TransactionStart.of(connection) : TransactionStart.UNKNOWN;
    this.tally = tally;
  }

  /** Whether an error says that the whole transaction is to be run again. */
  static boolean isAskedForAgain(SQLException e) {
    return SERIALIZATION_FAILURE.equals(e.getSQLState());
  }

  /** Whether one goes on behind the next statement. */
  boolean goOn() throws SQLException {
    return !connection.getAutoCommit() || openTransaction.goesOn();
  }

  /** Whether the next statement begins one: see {@link #startOver}. */
  boolean begin() throws SQLException {
    return start != TransactionStart.UNKNOWN && !connection.getAutoCommit() && start.isNext();
  }

  /**
   * Undoes one that has come no further than its first statement, so that it can begin again with
   * the same settings.
   *
   * @param because why it is undone
   * @return whether it is: one that somebody else manages is not
   */
  boolean startOver(SQLException because) {
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      because.addSuppressed(e);
      return false;
    }
  }

  /** Whether the server has given up the present one, so that nothing runs in it any more. */
  boolean haveFailed() throws SQLException {
    if (!errors.endTransactions()) {
      return false;
    }
    try (PreparedStatement statement = connection.prepareStatement("SELECT true");
        ResultSet row = statement.executeQuery()) {
      return !row.next();
    } catch (SQLException e) {
      if (errors.isInFailedTransaction(e)) {
        return true;
      }
      throw e;
    }
  }

  /** Ends a transaction of Lacuna's own; where that fails too, the error that led here tells. */
  void rollBack(Exception because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Undoes what was done since, if the transaction is still the same: a deadlock ends it, and the
   * driver may have gone on with the other entries of its batch, in a new one.
   *
   * @throws SQLTransactionRollbackException if it is another one; what was done in that is undone
   */
  void rollBackTo(Savepoint before, SQLException because) throws SQLException {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      refuseToGoOn(because, e);
    }
  }

  /**
   * Sees to it that the transaction is still the same. The savepoint is gone in any case.
   *
   * @throws SQLTransactionRollbackException if it is another one; what was done in that is undone
   */
  void expectStill(Savepoint before, SQLException because) throws SQLException {
    try {
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      refuseToGoOn(because, e);
    }
  }

  private void refuseToGoOn(SQLException because, SQLException e) throws SQLException {
    if (!errors.isSavepointGone(e)) {
      throw e;
    }
    connection.rollback();
    because.addSuppressed(e);
    throw again("The server ended the transaction while a declared column came or went.", because);
  }

  /**
   * The error that says to run the transaction again, which is counted.
   *
   * @param cause the driver's
   */
  SQLTransactionRollbackException again(String why, SQLException cause) {
    tally.retryable();
    return new SQLTransactionRollbackException(
        why + " Run the transaction again.", SERIALIZATION_FAILURE, cause);
  }

  /** The same for a statement that was sent too often to no avail; it is not counted. */
  static SQLTransactionRollbackException cameAndWent(int times) {
    return new SQLTransactionRollbackException(
        "Declared columns came and went "
            + times
            + " times while the statement ran. Run the transaction again.",
        SERIALIZATION_FAILURE);
  }
}
