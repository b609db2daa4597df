package dev.lacuna.ddl.effect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks MySQL or MariaDB who reads its binary log. Only users with the PROCESS privilege see that;
 * of one who has it by a role, the server does not say so, and what he does not see is taken to be
 * hidden.
 */
final class MysqlReplication {

  /** A thread for each replica: MySQL 9.7 Reference Manual, 10.14.2 "Thread Command Values". */
  private static final String REPLICAS =
      "SELECT @@log_bin AS logged, @@SESSION.binlog_format = 'STATEMENT' AS statements,"
          + " /*M!100801 @@SESSION.binlog_alter_two_phase + */ 0 AS early, (SELECT COUNT(*) FROM"
          + " INFORMATION_SCHEMA.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%') AS replicas, EXISTS"
          + " (SELECT 1 FROM INFORMATION_SCHEMA.USER_PRIVILEGES WHERE PRIVILEGE_TYPE = 'PROCESS'"
          + " AND REPLACE(GRANTEE, '''', '') = CURRENT_USER()) AS sees";

  private final Connection connection;

  MysqlReplication(Connection connection) {
    this.connection = connection;
  }

  Replication ask() {
    try {
      List<Replication> found = Rows.of(connection, REPLICAS, MysqlReplication::of);
      return found.get(0);
    } catch (SQLException nobodySays) {
      // A version that does not know one of the variables: nothing else depends on the answer.
      return Replication.UNKNOWN;
    }
  }

  private static Replication of(ResultSet row) throws SQLException {
    boolean logged = row.getBoolean("logged");
    int seen = row.getInt("replicas");
    boolean hidden = logged && seen == 0 && !row.getBoolean("sees");
    return new Replication(
        hidden ? Replication.UNSEEN : seen,
        logged && (hidden || seen > 0) ? Replication.UNSEEN : 0,
        logged && row.getBoolean("statements"),
        row.getInt("early") > 0);
  }
}
