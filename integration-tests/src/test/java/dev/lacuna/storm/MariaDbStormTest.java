package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.util.List;

/** The storm on MariaDB. */
@RequiresServer(Engine.MARIADB)
class MariaDbStormTest extends StormContract {

  MariaDbStormTest() {
    super(
        Engine.MARIADB,
        List.of(
            "&useServerPrepStmts=true&cachePrepStmts=false",
            "&useServerPrepStmts=true",
            "&useBulkStmts=true",
            "&defaultFetchSize=1",
            ""));
  }
}
