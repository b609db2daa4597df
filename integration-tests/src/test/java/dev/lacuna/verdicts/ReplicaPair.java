package dev.lacuna.verdicts;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;

/** A server of MySQL or MariaDB with a binary log, and another one that can be made its replica. */
final class ReplicaPair implements AutoCloseable {

  private static final String SOURCE = "source";

  private final Engine engine;
  private final Network network = Network.newNetwork();
  private final JdbcDatabaseContainer<?> source;
  private final JdbcDatabaseContainer<?> replica;

  ReplicaPair(Engine engine) {
    this.engine = engine;
    this.source = container().withNetworkAliases(SOURCE).withCommand("--server-id=1", "--log-bin");
    this.replica =
        engine == Engine.MYSQL
            ? container().withCommand("--server-id=2")
            : container().withCommand("--server-id=2", "--slave-parallel-threads=4");
    source.start();
    replica.start();
  }

  private JdbcDatabaseContainer<?> container() {
    JdbcDatabaseContainer<?> container =
        engine == Engine.MYSQL
            ? new MySQLContainer("mysql:9.7")
            : new MariaDBContainer("mariadb:11.8");
    return container
        .withNetwork(network)
        .withUsername("root")
        .withPassword("root")
        .withDatabaseName("shop")
        .withTmpFs(Map.of("/var/lib/mysql", "rw"));
  }

  /** A connection to the source. */
  Connection source(String user) throws SQLException {
    return open(source, user);
  }

  Connection replica() throws SQLException {
    return open(replica, "root");
  }

  private static Connection open(JdbcDatabaseContainer<?> server, String user) throws SQLException {
    String url = server.getJdbcUrl();
    String login = (url.contains("?") ? "&" : "?") + "user=" + user + "&password=" + user;
    return DriverManager.getConnection(url + login);
  }

  /** From now on, the replica runs what the source has done; returns when the source knows it. */
  void attach() throws SQLException {
    try (Connection there = source("root");
        Connection here = replica();
        Statement asked = there.createStatement();
        Statement told = here.createStatement()) {
      boolean mysql = engine == Engine.MYSQL;
      try (ResultSet log =
          asked.executeQuery(mysql ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS")) {
        log.next();
        told.execute(
            (mysql
                    ? "CHANGE REPLICATION SOURCE TO SOURCE_HOST='%s', SOURCE_USER='root',"
                        + " SOURCE_PASSWORD='root', GET_SOURCE_PUBLIC_KEY=1, SOURCE_LOG_FILE='%s',"
                        + " SOURCE_LOG_POS=%d"
                    : "CHANGE MASTER TO MASTER_HOST='%s', MASTER_USER='root',"
                        + " MASTER_PASSWORD='root', MASTER_LOG_FILE='%s', MASTER_LOG_POS=%d")
                .formatted(SOURCE, log.getString(1), log.getLong(2)));
      }
      told.execute("START REPLICA");
      awaitRow(
          asked, "SELECT 1 FROM INFORMATION_SCHEMA.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%'");
    }
  }

  /** Waits until a query has a row. */
  static void awaitRow(Statement statement, String query) throws SQLException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (true) {
      try (ResultSet row = statement.executeQuery(query)) {
        if (row.next()) {
          return;
        }
      }
      if (System.nanoTime() > deadline) {
        throw new SQLException("Still no row: " + query);
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    replica.stop();
    source.stop();
    network.close();
  }
}
