package dev.lacuna.jdbc;

import dev.lacuna.engine.ServerErrors;
import dev.lacuna.rewrite.Translation;
import dev.lacuna.schema.TableKnowledge;
import java.sql.SQLException;

/**
 * Tells errors that come of old knowledge from those that are the application's own, and sees to it
 * that what is old is not used again.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class Staleness {

  /** So often in a row one text may seem stale before its error is taken for its own. */
  private static final int MAX_IN_A_ROW = 5;

  private final ServerErrors errors;
  private final StaleSigns signs;
  private final TableKnowledge knowledge;
  private final Transactions transactions;
  private final TemporaryTables temporaryTables;
  private String last = "";
  private int inARow;

  Staleness(
      ServerErrors errors,
      StaleSigns signs,
      TableKnowledge knowledge,
      Transactions transactions,
      TemporaryTables temporaryTables) {
    this.errors = errors;
    this.signs = signs;
    this.knowledge = knowledge;
    this.transactions = transactions;
    this.temporaryTables = temporaryTables;
  }

  /** Notes that an execution was right. */
  void isOver() {
    inARow = 0;
  }

  /** {@link #shows(Translatable, Translation, SQLException, boolean)} of what began nothing. */
  boolean shows(Translatable attempt, Translation translation, SQLException e) throws SQLException {
    return shows(attempt, translation, e, false);
  }

  /**
   * Whether an error comes of knowledge that was old, or of a guard that a temporary table cannot
   * have, and the text is to be translated anew.
   *
   * @param beganTransaction whether the attempt is all that its transaction consists of
   * @throws java.sql.SQLTransactionRollbackException if only a new transaction helps
   */
  boolean shows(
      Translatable attempt, Translation translation, SQLException e, boolean beganTransaction)
      throws SQLException {
    if (errors.isTemporaryTableReopened(e)) {
      return (isOneStatement(attempt.sql()) || !translation.parts().isEmpty())
          && temporaryTables.takeForOwn(translation, e);
    }
    if (!errors.mayComeFromAChangedTable(e)) {
      return false;
    }
    if (errors.isSnapshotTooOld(e)) {
      throw transactions.again("A table was changed behind the transaction's snapshot.", e);
    }
    boolean failed = transactions.haveFailed();
    boolean looksStale = signs.are(attempt.sql(), translation, e) && isStillCredible(attempt.sql());
    if (inARow > 1 && !failed && transactions.goOn()) {
      knowledge.distrustSnapshot();
    } else {
      knowledge.forgetAll();
    }
    if (failed) {
      return looksStale && startsOver(attempt, e, beganTransaction);
    }
    return looksStale || !attempt.translate().sql().equals(translation.sql());
  }

  /** Of several statements, those before the one that failed may have done what no end undoes. */
  private boolean startsOver(Translatable attempt, SQLException e, boolean beganTransaction)
      throws SQLException {
    if (beganTransaction && isOneStatement(attempt.sql()) && transactions.startOver(e)) {
      return true;
    }
    throw transactions.again(
        "A declared column came or went in the middle of the transaction, which the server has"
            + " given up.",
        e);
  }

  /** Says no to one that has a semicolon elsewhere. */
  private static boolean isOneStatement(String sql) {
    int semicolon = sql.indexOf(';');
    return semicolon < 0 || sql.substring(semicolon + 1).isBlank();
  }

  /** A text that fails time and again, whatever the tables have, is wrong by itself. */
  private boolean isStillCredible(String sql) {
    inARow = last.equals(sql) ? inARow + 1 : 1;
    last = sql;
    return inARow <= MAX_IN_A_ROW;
  }
}
