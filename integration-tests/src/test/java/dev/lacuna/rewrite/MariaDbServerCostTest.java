package dev.lacuna.rewrite;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

/** What statements cost on MariaDB. */
@RequiresServer(Engine.MARIADB)
class MariaDbServerCostTest extends MySqlServerCosts {

  MariaDbServerCostTest() {
    super(Engine.MARIADB);
  }
}
