package dev.lacuna.verdicts;

import dev.lacuna.ddl.effect.Algorithm;
import dev.lacuna.ddl.effect.Lock;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Asks a server for the lightest way to carry out a statement: it accepts or refuses each algorithm
 * together with each lock.
 */
final class MysqlMeasurement {

  /**
   * What the server accepted first.
   *
   * @param rebuilds whether the table has another identity in InnoDB
   */
  record Accepted(Algorithm algorithm, Lock lock, boolean rebuilds) {}

  private record Way(Algorithm algorithm, Lock lock) {}

  /** From the lightest to the heaviest. */
  private static final List<Way> WAYS =
      List.of(
          new Way(Algorithm.INSTANT, Lock.NONE),
          new Way(Algorithm.NOCOPY, Lock.NONE),
          new Way(Algorithm.NOCOPY, Lock.SHARED),
          new Way(Algorithm.INPLACE, Lock.NONE),
          new Way(Algorithm.INPLACE, Lock.SHARED),
          new Way(Algorithm.COPY, Lock.NONE),
          new Way(Algorithm.COPY, Lock.SHARED));

  private final Engine engine;
  private final Statement statement;

  MysqlMeasurement(Engine engine, Connection connection) throws SQLException {
    this.engine = engine;
    this.statement = connection.createStatement();
  }

  Accepted of(String sql, String table) throws SQLException {
    String before = identity(table);
    SQLException last = new SQLException("no way was tried");
    for (Way way : WAYS) {
      if (way.algorithm() == Algorithm.NOCOPY && engine == Engine.MYSQL) {
        continue;
      }
      try {
        statement.execute(sql + pins(sql, way));
        return new Accepted(way.algorithm(), way.lock(), !before.equals(identity(table)));
      } catch (SQLException e) {
        last = e;
      }
    }
    throw last;
  }

  /** MySQL has no LOCK for INSTANT: error 1221. */
  private String pins(String sql, Way way) {
    String comma = sql.startsWith("ALTER") ? ", " : " ";
    boolean bare = engine == Engine.MYSQL && way.algorithm() == Algorithm.INSTANT;
    return comma
        + "ALGORITHM="
        + way.algorithm()
        + (bare ? "" : comma + "LOCK=" + way.lock().sql());
  }

  private String identity(String table) throws SQLException {
    String tables = engine == Engine.MYSQL ? "INNODB_TABLES" : "INNODB_SYS_TABLES";
    String query =
        """
        SELECT GROUP_CONCAT(TABLE_ID ORDER BY TABLE_ID) FROM INFORMATION_SCHEMA.%1$s
        WHERE NAME IN (CONCAT(DATABASE(), '/%2$s'), CONCAT(DATABASE(), '/purchases'))
          OR NAME LIKE CONCAT(DATABASE(), '/%2$s#%%')"""
            .formatted(tables, table);
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
