package dev.lacuna.mysql;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

@RequiresServer(Engine.MARIADB)
final class MariaDbStatementsTest extends Statements {

  MariaDbStatementsTest() {
    super(Engine.MARIADB);
  }
}
