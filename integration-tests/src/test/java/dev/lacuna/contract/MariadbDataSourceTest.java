package dev.lacuna.contract;

import dev.lacuna.servers.RequiresServer;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The data source of MariaDB's driver, which is of all three kinds. */
@RequiresServer(dev.lacuna.engine.Engine.MARIADB)
class MariadbDataSourceTest extends DataSourceContract {

  private final ContainerServer server;

  MariadbDataSourceTest() throws SQLException {
    server = ContainerServer.with("datasources", dev.lacuna.engine.Engine.MARIADB);
  }

  private MariaDbDataSource connected() throws SQLException {
    Properties login = server.login();
    MariaDbDataSource source = new MariaDbDataSource(server.url("jdbc:mariadb"));
    source.setUser(login.getProperty("user"));
    source.setPassword(login.getProperty("password"));
    return source;
  }

  @Override
  DataSource dataSource() throws SQLException {
    return connected();
  }

  @Override
  ConnectionPoolDataSource poolDataSource() throws SQLException {
    return connected();
  }

  @Override
  XADataSource xaDataSource() throws SQLException {
    return connected();
  }
}
