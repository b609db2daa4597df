package dev.lacuna.wrappers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.jdbc.ConnectionImpl;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcPreparedStatement;
import com.mysql.cj.jdbc.JdbcStatement;
import com.mysql.cj.jdbc.StatementImpl;
import com.mysql.cj.jdbc.result.ResultSetInternalMethods;
import dev.lacuna.engine.Engine;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications do with Connector/J beyond JDBC, done with the wrappers. */
@RequiresServer(Engine.MYSQL)
class MysqlWrappersTest {

  private static final String OPTIONS =
      "&allowLoadLocalInfile=true&useServerPrepStmts=true&cachePrepStmts=true";
  private static final String BY_ID = "SELECT name FROM users WHERE id = ?";

  private TestDatabase database;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    database = TestServer.shared(Engine.MYSQL).database("wrappers");
    database.run("CREATE TABLE users (id int PRIMARY KEY AUTO_INCREMENT, name varchar(40))");
    database.run("INSERT INTO users (name) VALUES ('Ada')");
    connection = DriverManager.getConnection(database.lacunaUrl("others.extra int") + OPTIONS);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void casts_toConnectorJsInterfaces_work() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(BY_ID);
        ResultSet rows = statement.executeQuery("SELECT * FROM users")) {
      assertThat(((JdbcConnection) connection).getHostPortPair()).contains(":" + database.port());
      assertThat(connection).isInstanceOf(MysqlConnection.class);
      assertThat(((JdbcStatement) statement).getCurrentDatabase()).isEqualTo("wrappers");
      assertThat(((JdbcPreparedStatement) prepared).getPreparedSql()).isEqualTo(BY_ID);
      assertThat(((ResultSetInternalMethods) rows).hasRows()).isTrue();
      assertThat(((ResultSetInternalMethods) rows).getOwningQuery()).isSameAs(statement);
    }
  }

  @Test
  void interfaces_areInTheDriversOrder() throws SQLException {
    Class<?>[] drivers = connection.unwrap(ConnectionImpl.class).getClass().getInterfaces();

    assertThat(connection.getClass().getInterfaces())
        .startsWith(drivers[0])
        .containsSubsequence(drivers);
  }

  @Test
  void unwrap_reachesTheConcreteClass() throws SQLException {
    assertThat(connection.unwrap(ConnectionImpl.class)).isNotNull();
    assertThat(connection.isWrapperFor(ConnectionImpl.class)).isTrue();
    assertThat(connection.unwrap(JdbcConnection.class)).isSameAs(connection);
    assertThat(connection.isWrapperFor(String.class)).isFalse();
    assertThatThrownBy(() -> connection.unwrap(String.class)).isInstanceOf(SQLException.class);
  }

  @Test
  void connectionThatConnectorJCallsActive_isTheWrapper() {
    assertThat(((JdbcConnection) connection).getActiveMySQLConnection()).isSameAs(connection);
    assertThat(((JdbcConnection) connection).getMultiHostSafeProxy()).isSameAs(connection);
  }

  @Test
  void preparedStatement_thatConnectorJGivesAgain_isTheSameObjectAgain() throws SQLException {
    assertThat(preparedTwice(connection)).as("through Lacuna").isTrue();
    try (Connection plain = DriverManager.getConnection(database.plainUrl() + OPTIONS)) {
      assertThat(preparedTwice(plain)).as("the driver itself").isTrue();
    }
  }

  private static boolean preparedTwice(Connection connection) throws SQLException {
    PreparedStatement first = connection.prepareStatement(BY_ID);
    assertThat(name(first, 1)).isEqualTo("Ada");
    first.close();
    PreparedStatement second = connection.prepareStatement(BY_ID);
    assertThat(second.getConnection()).isSameAs(connection);
    assertThat(name(second, 1)).isEqualTo("Ada");
    assertThat(connection.prepareStatement(BY_ID)).isNotSameAs(second);
    return first == second;
  }

  private static String name(PreparedStatement statement, int id) throws SQLException {
    statement.setInt(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertThat(rows.getStatement()).isSameAs(statement);
      return rows.getString(1);
    }
  }

  @Test
  void infileStream_isLoaded() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL local_infile = ON");
      ((JdbcStatement) statement)
          .setLocalInfileInputStream(
              new ByteArrayInputStream("7,Ben\n".getBytes(StandardCharsets.UTF_8)));
      statement.execute(
          "LOAD DATA LOCAL INFILE 'none' INTO TABLE users FIELDS TERMINATED BY ',' (id, name)");
      assertThat(statement.getUpdateCount()).isEqualTo(1);
    }
  }

  @Test
  void queryAttribute_reachesConnectorJ() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ((JdbcStatement) statement).setAttribute("trace", "t1");
      StatementImpl raw = statement.unwrap(StatementImpl.class);

      assertThat(raw.getQueryAttributesBindings().getCount()).isEqualTo(1);
      assertThat(statement.execute("SELECT 1")).isTrue();
      ((JdbcStatement) statement).clearAttributes();
      assertThat(raw.getQueryAttributesBindings().getCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mysql:loadbalance", "mysql:replication"})
  void urlWithSeveralHosts_isLeftToConnectorJ(String protocol) throws SQLException {
    String host = "localhost:" + database.port();
    String url =
        database
            .lacunaUrl("users.nickname varchar(40)")
            .replace("jdbc:lacuna:mysql", "jdbc:lacuna:" + protocol)
            .replace("//" + host, "//" + host + "," + host);
    try (Connection several = DriverManager.getConnection(url);
        Statement statement = several.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, nickname FROM users")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isEqualTo("Ada");
      assertThat(rows.getString("nickname")).isNull();
    }
  }

  @Test
  void namesAndUrl_areThoseOfTheDriver() throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();

    assertThat(metaData.getURL()).startsWith("jdbc:mysql://").doesNotContain("lacuna");
    assertThat(metaData.getDriverName()).isEqualTo("MySQL Connector/J");
    assertThat(metaData.getDatabaseProductName()).isEqualTo("MySQL");
  }
}
