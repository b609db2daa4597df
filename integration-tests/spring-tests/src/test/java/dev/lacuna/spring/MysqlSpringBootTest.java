package dev.lacuna.spring;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Spring Boot on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlSpringBootTest extends SpringBootContract {

  MysqlSpringBootTest() {
    super(Engine.MYSQL);
  }
}
