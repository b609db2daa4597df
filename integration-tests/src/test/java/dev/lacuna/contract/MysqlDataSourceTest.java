package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlConnectionPoolDataSource;
import com.mysql.cj.jdbc.MysqlDataSource;
import com.mysql.cj.jdbc.MysqlXADataSource;
import dev.lacuna.LacunaDataSource;
import dev.lacuna.LacunaXADataSource;
import dev.lacuna.servers.RequiresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.junit.jupiter.api.Test;

/** Connector/J's data sources. */
@RequiresServer(dev.lacuna.engine.Engine.MYSQL)
class MysqlDataSourceTest extends DataSourceContract {

  private final ContainerServer server;

  MysqlDataSourceTest() throws SQLException {
    server = ContainerServer.with("datasources", dev.lacuna.engine.Engine.MYSQL);
  }

  private <D extends MysqlDataSource> D connected(D source) {
    Properties login = server.login();
    source.setUrl(server.url("jdbc:mysql"));
    source.setUser(login.getProperty("user"));
    source.setPassword(login.getProperty("password"));
    return source;
  }

  @Override
  DataSource dataSource() {
    return connected(new MysqlDataSource());
  }

  @Override
  ConnectionPoolDataSource poolDataSource() {
    return connected(new MysqlConnectionPoolDataSource());
  }

  @Override
  XADataSource xaDataSource() {
    return connected(new MysqlXADataSource());
  }

  @Test
  void dataSource_keptByAServer_works() throws Exception {
    LacunaDataSource source = new LacunaDataSource(dataSource());
    LacunaXADataSource xa = new LacunaXADataSource(xaDataSource());
    for (Object kept : new Object[] {Kept.serialised(source), Kept.lookedUp(source)}) {
      try (Connection connection = ((LacunaDataSource) kept).getConnection()) {
        assertThat(connection.isValid(3)).isTrue();
      }
    }
    ((LacunaXADataSource) Kept.serialised(xa)).getXAConnection().close();
    ((LacunaXADataSource) Kept.lookedUp(xa)).getXAConnection().close();
  }
}
