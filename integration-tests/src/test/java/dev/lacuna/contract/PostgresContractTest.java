package dev.lacuna.contract;

import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.SQLException;
import java.util.Properties;

/** The contract on PostgreSQL, with pgjdbc. */
class PostgresContractTest extends JdbcContract {

  private final Server server;

  PostgresContractTest() throws SQLException {
    TestDatabase database = TestServer.shared().database("contract");
    server =
        new Server(
            Engine.POSTGRESQL, database.plainUrl(), new Properties(), new org.postgresql.Driver());
  }

  @Override
  Server server() {
    return server;
  }
}
