package dev.lacuna.contract;

/** The contract on MariaDB, with its own driver. */
class MariadbContractTest extends MysqlContract {

  MariadbContractTest() {
    super(Engine.MARIADB, Servers.MARIADB, new org.mariadb.jdbc.Driver());
  }
}
