package dev.lacuna.arrival;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.List;

/** Changes on MySQL, through Connector/J. */
@RequiresServer(Engine.MYSQL)
class MySqlChangeTest extends MySqlChanges {

  MySqlChangeTest() throws SQLException {
    super(
        Engine.MYSQL,
        List.of(
            "",
            "&useServerPrepStmts=true",
            "&useServerPrepStmts=true&cachePrepStmts=true",
            "&useServerPrepStmts=true&rewriteBatchedStatements=true",
            "&rewriteBatchedStatements=true",
            "&useCursorFetch=true&defaultFetchSize=1"));
  }
}
