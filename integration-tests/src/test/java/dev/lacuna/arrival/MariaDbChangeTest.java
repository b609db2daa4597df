package dev.lacuna.arrival;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.List;

/** Changes on MariaDB, through its own driver. */
@RequiresServer(Engine.MARIADB)
class MariaDbChangeTest extends MySqlChanges {

  MariaDbChangeTest() throws SQLException {
    super(
        Engine.MARIADB,
        List.of(
            "",
            "&useServerPrepStmts=true&cachePrepStmts=false",
            "&useServerPrepStmts=true",
            "&useBulkStmts=true",
            "&defaultFetchSize=1"));
  }
}
