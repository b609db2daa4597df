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
    Hidden hidden = hidden(head.name().schema() + "/" + head.name().name());
    return new Innodb(
        known.engine(), known.rowFormat(), hidden.rowVersions(), hidden.residue(), known.charset());
  }

  /**
   * What InnoDB alone knows.
   *
   * @param rowVersions −1 where they are not counted
   * @param residue whether the hidden column of FULLTEXT indexes is there: it stays until the table
   *     is built anew
   */
  private record Hidden(int rowVersions, boolean residue) {}

  private Hidden hidden(String path) {
    boolean counted = !server.isMariadb() && server.isAtLeast(8, 0, 29);
    boolean old = server.isMariadb() || !server.isAtLeast(8, 0, 0);
    String query =
        "SELECT %s AS versions, EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.%2$sCOLUMNS c WHERE c.TABLE_ID = t.TABLE_ID AND c.NAME = 'FTS_DOC_ID') AS residue FROM INFORMATION_SCHEMA.%2$sTABLES t WHERE t.NAME = ?"
            .formatted(counted ? "t.TOTAL_ROW_VERSIONS" : "-1", old ? "INNODB_SYS_" : "INNODB_");
    try {
      List<Hidden> found =
          Rows.of(
              connection,
              query,
              row -> new Hidden(row.getInt("versions"), row.getBoolean("residue")),
              path);
      return found.isEmpty() ? new Hidden(-1, false) : found.get(0);
    } catch (SQLException mayNotLook) {
      // It takes the PROCESS privilege, which an application's user seldom has.
      return new Hidden(-1, false);
    }
  }
}
