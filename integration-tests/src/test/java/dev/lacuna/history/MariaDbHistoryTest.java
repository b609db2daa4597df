package dev.lacuna.history;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

@RequiresServer(Engine.MARIADB)
class MariaDbHistoryTest extends MysqlHistoryContract {

  MariaDbHistoryTest() {
    super(Engine.MARIADB);
  }

  @Override
  String server() {
    return "MariaDB 11.";
  }
}
