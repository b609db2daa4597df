package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** jOOQ on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlJooqTest extends JooqContract {

  MysqlJooqTest() {
    super(Engine.MYSQL);
  }
}
