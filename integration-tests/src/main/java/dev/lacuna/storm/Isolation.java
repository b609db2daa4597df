package dev.lacuna.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a turn of work is bracketed. */
enum Isolation {
  AUTOCOMMIT(Connection.TRANSACTION_READ_COMMITTED),
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ);

  private final int level;

  Isolation(int level) {
    this.level = level;
  }

  /**
   * @param snapshots whether it may be {@link #REPEATABLE_READ}
   */
  static Isolation any(RandomGenerator random, boolean snapshots) {
    List<Isolation> levels =
        snapshots
            ? List.of(AUTOCOMMIT, READ_COMMITTED, REPEATABLE_READ)
            : List.of(AUTOCOMMIT, READ_COMMITTED);
    return levels.get(random.nextInt(levels.size()));
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
