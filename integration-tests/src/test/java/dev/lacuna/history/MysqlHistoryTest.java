package dev.lacuna.history;

import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;

@RequiresServer(Engine.MYSQL)
class MysqlHistoryTest extends MysqlHistoryContract {

  MysqlHistoryTest() {
    super(Engine.MYSQL);
  }

  @Override
  String server() {
    return "MySQL 9.";
  }
}
