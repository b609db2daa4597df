package dev.lacuna.contract;

import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;

/** The contract on MySQL, with Connector/J. */
@RequiresServer(dev.lacuna.engine.Engine.MYSQL)
class MysqlContractTest extends MysqlContract {

  MysqlContractTest() throws SQLException {
    super(Engine.MYSQL, new com.mysql.cj.jdbc.Driver());
  }
}
