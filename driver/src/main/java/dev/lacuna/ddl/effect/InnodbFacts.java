package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.effect.Table.Innodb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What InnoDB's own tables say of a table, for users who may look into them. */
final class InnodbFacts {

  private final Connection connection;
  private final Server server;

  InnodbFacts(Connection connection, Server server) {
    this.connection = connection;
    this.server = server;
  }

  /** What the information schema said, completed. */
  Innodb of(Table head) {
    Innodb known = head.innodb();
    if (known == null) {
      throw new IllegalArgumentException("no table of InnoDB");
    }
    String path = head.name().schema() + "/" + head.name().name();
    return new Innodb(
        known.engine(), known.rowFormat(), rowVersions(path), residue(path), known.charset());
  }

  private int rowVersions(String path) {
    boolean counted = !server.isMariadb() && server.isAtLeast(8, 0, 29);
    if (!counted) {
      return -1;
    }
    List<Integer> versions =
        ask("SELECT TOTAL_ROW_VERSIONS FROM INFORMATION_SCHEMA.INNODB_TABLES WHERE NAME = ?", path);
    return versions.isEmpty() ? -1 : versions.get(0);
  }

  /** The hidden column of FULLTEXT indexes stays until the table is built anew. */
  private boolean residue(String path) {
    boolean old = server.isMariadb() || !server.isAtLeast(8, 0, 0);
    String prefix = old ? "INNODB_SYS_" : "INNODB_";
    List<Integer> columns =
        ask(
            "SELECT 1 FROM INFORMATION_SCHEMA."
                + prefix
                + "COLUMNS c JOIN INFORMATION_SCHEMA."
                + prefix
                + "TABLES t ON t.TABLE_ID = c.TABLE_ID WHERE c.NAME = 'FTS_DOC_ID' AND t.NAME = ?",
            path);
    return !columns.isEmpty();
  }

  private List<Integer> ask(String query, String path) {
    try {
      return Rows.of(connection, query, row -> row.getInt(1), path);
    } catch (SQLException mayNotLook) {
      // It takes the PROCESS privilege, which an application's user seldom has.
      return List.of();
    }
  }
}
