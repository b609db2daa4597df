package dev.lacuna.mysql;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

@RequiresServer(Engine.MYSQL)
final class MySqlStatementsTest extends Statements {

  MySqlStatementsTest() {
    super(Engine.MYSQL);
  }
}
