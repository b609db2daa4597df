package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.util.List;

/** The storm on MySQL. */
@RequiresServer(Engine.MYSQL)
class MySqlStormTest extends StormContract {

  MySqlStormTest() {
    super(
        Engine.MYSQL,
        List.of(
            "&useServerPrepStmts=true",
            "&rewriteBatchedStatements=true",
            "&useServerPrepStmts=true&cachePrepStmts=true",
            "&useCursorFetch=true&defaultFetchSize=1",
            ""));
  }
}
