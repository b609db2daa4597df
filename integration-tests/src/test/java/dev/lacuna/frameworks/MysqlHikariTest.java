package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** HikariCP on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlHikariTest extends HikariContract {

  MysqlHikariTest() {
    super(Engine.MYSQL);
  }
}
