package dev.lacuna.contract;

import java.sql.SQLException;

/** The contract on MySQL, with Connector/J. */
class MysqlContractTest extends MysqlContract {

  MysqlContractTest() throws SQLException {
    super(Engine.MYSQL, Servers.MYSQL, new com.mysql.cj.jdbc.Driver());
  }
}
