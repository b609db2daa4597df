package dev.lacuna.wrappers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.ha.LoadBalancedConnection;
import com.mysql.cj.jdbc.ha.ReplicationConnection;
import dev.lacuna.engine.Engine;
import dev.lacuna.jdbc.LacunaConnection;
import dev.lacuna.servers.RequiresServer;
import dev.lacuna.servers.TestDatabase;
import dev.lacuna.servers.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * URLs of Connector/J with several hosts, on two servers of which one has the column already: as
 * while a change of the schema is on its way to the replicas.
 */
@RequiresServer(Engine.MYSQL)
class SeveralServersTest {

  private static final String DECLARED = "users.nickname varchar(40)";
  private static final String QUERY = "SELECT name, nickname FROM users WHERE id = 1";

  private static TestServer other;

  private TestDatabase source;
  private TestDatabase replica;

  @BeforeAll
  static void startTheOther() {
    other = TestServer.start(Engine.MYSQL);
  }

  @AfterAll
  static void stopTheOther() {
    other.close();
  }

  @BeforeEach
  void createTables() throws SQLException {
    source = TestServer.shared(Engine.MYSQL).database("several");
    replica = other.database("several");
    for (TestDatabase database : List.of(source, replica)) {
      database.run("CREATE TABLE users (id int PRIMARY KEY AUTO_INCREMENT, name varchar(40))");
    }
    source.run("INSERT INTO users (name) VALUES ('source')");
    replica.run("INSERT INTO users (name) VALUES ('replica')");
  }

  private static void addColumn(TestDatabase database) throws SQLException {
    database.run("ALTER TABLE users ADD COLUMN nickname varchar(40) DEFAULT 'ace'");
  }

  private Connection connect(String protocol, String options) throws SQLException {
    String first = "localhost:" + source.port();
    return DriverManager.getConnection(
        source
                .lacunaUrl(DECLARED)
                .replace("jdbc:lacuna:mysql", "jdbc:lacuna:" + protocol)
                .replace("//" + first, "//" + first + ",localhost:" + replica.port())
            + options);
  }

  @ParameterizedTest
  @CsvSource({
    "true, ''",
    "false, ''",
    "true, &useServerPrepStmts=true&cachePrepStmts=true",
    "false, &useServerPrepStmts=true&cachePrepStmts=true"
  })
  void server_isAnsweredByWhatItHas(boolean sourceFirst, String options) throws SQLException {
    addColumn(sourceFirst ? source : replica);
    String atSource = sourceFirst ? "source ace" : "source null";
    String atReplica = sourceFirst ? "replica null" : "replica ace";

    try (Connection connection = connect("mysql:replication", options)) {
      for (int round = 0; round < 2; round++) {
        connection.setReadOnly(true);
        assertThat(read(connection)).isEqualTo(atReplica);
        connection.setReadOnly(false);
        assertThat(read(connection)).isEqualTo(atSource);
      }
    }
  }

  @Test
  void write_reachesTheSource_whateverTheReplicaLacks() throws SQLException {
    addColumn(source);
    try (Connection connection = connect("mysql:replication", "")) {
      // region replication
      connection.setReadOnly(true);
      assertThat(read(connection)).isEqualTo("replica null"); // the change has not come here yet
      connection.setReadOnly(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO users (name, nickname) VALUES ('Ada', ?)")) {
        insert.setString(1, "countess"); // here it has
        assertThat(insert.executeUpdate()).isEqualTo(1);
      }
      // endregion
    }
    try (Connection plain = source.plain();
        Statement statement = plain.createStatement();
        ResultSet row = statement.executeQuery("SELECT nickname FROM users WHERE name = 'Ada'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("countess");
    }
  }

  @Test
  void transactions_onServersInTurn_areAnsweredByWhatEachHas() throws SQLException {
    addColumn(replica);
    try (Connection connection = connect("mysql:loadbalance", "&loadBalanceStrategy=random")) {
      connection.setAutoCommit(false);
      for (int transaction = 0; transaction < 20; transaction++) {
        assertThat(read(connection)).isIn("source null", "replica ace");
        connection.commit(); // chooses a server for the next one
      }
    }
  }

  @Test
  void firstServerIsDown_theNextIsTaken() throws SQLException {
    String url = source.lacunaUrl(DECLARED).replace("//localhost:", "//localhost:1,localhost:");
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(read(connection)).isEqualTo("source null");
      addColumn(source);
      assertThat(read(connection)).isEqualTo("source ace");
    }
  }

  @Test
  void connectionOfOneServer_isWrappedToo() throws SQLException {
    try (Connection connection = connect("mysql:replication", "")) {
      ReplicationConnection replication = (ReplicationConnection) connection;
      JdbcConnection one = replication.getSourceConnection();

      assertThat(one).isInstanceOf(LacunaConnection.class).isNotSameAs(connection);
      assertThat(replication.getSourceConnection()).isSameAs(one);
      assertThat(replication.getCurrentConnection()).isSameAs(one);
      assertThat(replication.getReplicaConnection()).isNotSameAs(one);
      assertThat(read(one)).isEqualTo("source null");
      try (Statement statement = one.createStatement()) {
        assertThat(statement.getConnection()).isSameAs(one);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "mysql:loadbalance", "mysql:replication"})
  void noWay_leadsToWhatIsNotWrapped(String protocol) throws SQLException {
    try (Connection connection = connect(protocol, "");
        PreparedStatement prepared = connection.prepareStatement("SELECT * FROM users");
        ResultSet rows = prepared.executeQuery()) {
      assertThat(connection instanceof LoadBalancedConnection)
          .isEqualTo(protocol.endsWith("loadbalance"));
      assertThat(Explorer.waysOutOf(connection, prepared, rows)).isEmpty();
    }
  }

  private static String read(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUERY);
        ResultSet prepared = query.executeQuery();
        Statement statement = connection.createStatement();
        ResultSet plain = statement.executeQuery("SELECT * FROM users ORDER BY id")) {
      assertThat(prepared.next()).isTrue();
      assertThat(plain.next()).isTrue();
      assertThat(plain.getStatement().getConnection()).isSameAs(connection);
      assertThat(names(plain)).isEqualTo(names(prepared));
      return names(prepared);
    }
  }

  private static String names(ResultSet row) throws SQLException {
    return row.getString("name") + " " + row.getString("nickname");
  }
}
