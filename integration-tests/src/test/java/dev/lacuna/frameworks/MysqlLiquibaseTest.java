package dev.lacuna.frameworks;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** Liquibase on MySQL. */
@RequiresServer(Engine.MYSQL)
class MysqlLiquibaseTest extends LiquibaseContract {

  MysqlLiquibaseTest() {
    super(Engine.MYSQL);
  }
}
