package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** MyBatis on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlMybatisTest extends MybatisContract {

  MysqlMybatisTest() {
    super(Engine.MYSQL);
  }
}
