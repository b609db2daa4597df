package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Jdbi on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlJdbiTest extends JdbiContract {

  MysqlJdbiTest() {
    super(Engine.MYSQL);
  }
}
