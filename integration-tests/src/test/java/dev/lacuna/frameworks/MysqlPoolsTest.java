package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Agroal and Commons DBCP on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlPoolsTest extends PoolsContract {

  MysqlPoolsTest() {
    super(Engine.MYSQL);
  }
}
