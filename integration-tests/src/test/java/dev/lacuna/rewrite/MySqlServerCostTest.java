package dev.lacuna.rewrite;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** What statements cost on MySQL. */
@RequiresServer(Engine.MYSQL)
class MySqlServerCostTest extends MySqlServerCosts {

  MySqlServerCostTest() {
    super(Engine.MYSQL);
  }
}
