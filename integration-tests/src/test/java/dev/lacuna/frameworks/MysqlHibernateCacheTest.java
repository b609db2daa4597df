package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Hibernate's second-level cache on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlHibernateCacheTest extends HibernateCacheContract {

  MysqlHibernateCacheTest() {
    super(Engine.MYSQL);
  }
}
