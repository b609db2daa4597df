package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Flyway on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlFlywayTest extends FlywayContract {

  MysqlFlywayTest() {
    super(Engine.MYSQL);
  }
}
