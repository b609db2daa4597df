package dev.lacuna.contract;

import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;

/** The contract on MariaDB, with its own driver. */
@RequiresServer(dev.lacuna.engine.Engine.MARIADB)
class MariadbContractTest extends MysqlContract {

  MariadbContractTest() throws SQLException {
    super(Engine.MARIADB, new org.mariadb.jdbc.Driver());
  }
}
