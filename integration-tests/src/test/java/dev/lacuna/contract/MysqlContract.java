package dev.lacuna.contract;

import java.sql.Driver;
import java.sql.SQLException;

/** The contract on servers that speak MySQL's protocol. */
abstract class MysqlContract extends JdbcContract {

  private final Server server;

  MysqlContract(Engine engine, Driver driver) throws SQLException {
    boolean mariadb = engine == Engine.MARIADB;
    ContainerServer container =
        ContainerServer.with(
            "contract",
            mariadb ? dev.lacuna.engine.Engine.MARIADB : dev.lacuna.engine.Engine.MYSQL);
    String prefix = mariadb ? "jdbc:mariadb" : "jdbc:mysql";
    server = new Server(engine, container.url(prefix), container.login(), driver);
  }

  @Override
  Server server() {
    return server;
  }
}
