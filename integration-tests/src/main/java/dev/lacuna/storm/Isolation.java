package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.SQLException;

/** How a turn of work is bracketed. */
enum Isolation {
  AUTOCOMMIT(Connection.TRANSACTION_READ_COMMITTED),
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ);

  private final int level;

  Isolation(int level) {
    this.level = level;
  }

  boolean isTransaction() {
    return this != AUTOCOMMIT;
  }

  void begin(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() != level) {
      connection.setTransactionIsolation(level);
    }
    connection.setAutoCommit(!isTransaction());
  }
}
