package dev.lacuna.wrappers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.jdbc.LacunaConnection;
import dev.lacuna.jdbc.Session;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGRefCursorResultSet;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.BaseStatement;
import org.postgresql.jdbc.PgArray;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;
import org.postgresql.util.PGobject;
import org.postgresql.util.PSQLException;

/** What applications do with pgjdbc beyond JDBC, done with the wrappers. */
class PostgresWrappersTest {

  private static EmbeddedPostgres server;

  private Connection raw;
  private Connection connection;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void connect() throws Exception {
    raw = server.getPostgresDatabase().getConnection();
    connection = LacunaConnection.wrap(Session.TRANSPARENT, raw);
    run("CREATE TEMP TABLE t (id int PRIMARY KEY, name text, tags text[], document jsonb)");
    run("INSERT INTO t VALUES (1, 'one', '{a,b}', '{\"k\": 1}'), (2, 'two', NULL, NULL)");
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
    assertThat(raw.isClosed()).isTrue();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void casts_toPgjdbcsInterfaces_work() throws Exception {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT 1")) {
      assertThat(connection).isInstanceOf(PGConnection.class).isInstanceOf(BaseConnection.class);
      assertThat(((PGConnection) connection).getBackendPID()).isPositive();
      assertThat(statement).isInstanceOf(PGStatement.class).isInstanceOf(BaseStatement.class);
      ((PGStatement) prepared).setPrepareThreshold(1);
      assertThat(((PGStatement) prepared).getPrepareThreshold()).isEqualTo(1);
      assertThat(((PGResultSetMetaData) prepared.executeQuery().getMetaData()).getFormat(1))
          .isNotNegative();
    }
  }

  @Test
  void interfaces_areInTheDriversOrder() throws SQLException {
    Class<?>[] drivers = connection.unwrap(PgConnection.class).getClass().getInterfaces();

    assertThat(connection.getClass().getInterfaces())
        .startsWith(drivers[0])
        .containsSubsequence(drivers);
  }

  @Test
  void unwrap_reachesTheConcreteClass() throws Exception {
    assertThat(connection.unwrap(PgConnection.class)).isSameAs(raw.unwrap(PgConnection.class));
    assertThat(connection.isWrapperFor(PgConnection.class)).isTrue();
    assertThat(connection.unwrap(PGConnection.class)).isSameAs(connection);
    assertThat(connection.isWrapperFor(String.class)).isFalse();
    assertThatThrownBy(() -> connection.unwrap(String.class)).isInstanceOf(SQLException.class);
  }

  @Test
  void copyManager_takesTheWrapper() throws Exception {
    CopyManager copy = new CopyManager((BaseConnection) connection);

    assertThat(copy.copyIn("COPY t (id, name) FROM STDIN", new StringReader("3\tthree\n")))
        .isEqualTo(1);
    assertThat(((PGConnection) connection).getCopyAPI()).isNotNull();
  }

  @Test
  void largeObjectManager_works() throws Exception {
    connection.setAutoCommit(false);
    LargeObjectManager manager = ((PGConnection) connection).getLargeObjectAPI();
    long oid = manager.createLO();
    try (LargeObject object = manager.open(oid)) {
      object.write("large".getBytes(StandardCharsets.UTF_8));
      object.seek(0);
      assertThat(new String(object.read(5), StandardCharsets.UTF_8)).isEqualTo("large");
    }
    connection.rollback();
  }

  @Test
  void notification_arrives() throws Exception {
    run("LISTEN lacuna");
    run("NOTIFY lacuna, 'hello'");

    assertThat(((PGConnection) connection).getNotifications(5_000))
        .extracting(PGNotification::getParameter)
        .containsExactly("hello");
  }

  @Test
  void pgObject_goesThroughAsItIs() throws Exception {
    PGobject document = new PGobject();
    document.setType("jsonb");
    document.setValue("{\"k\": 2}");
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE t SET document = ? WHERE id = ?")) {
      update.setObject(1, document);
      update.setInt(2, 2);
      assertThat(update.executeUpdate()).isEqualTo(1);
      assertThat(update).hasToString(update.unwrap(PreparedStatement.class).toString());
      assertThat(update.toString()).contains("UPDATE t SET document = ");
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT document FROM t WHERE id = 2")) {
      rows.next();
      assertThat(rows.getObject(1)).isEqualTo(document);
    }
  }

  @Test
  void array_isPgjdbcsOwn_andGoesBackIn() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT tags FROM t WHERE id = 1");
        PreparedStatement update =
            connection.prepareStatement("UPDATE t SET tags = ? WHERE id = 2 RETURNING tags")) {
      rows.next();
      Array tags = rows.getArray(1);
      assertThat(tags).isInstanceOf(PgArray.class);

      update.setArray(1, tags);
      ResultSet updated = update.executeQuery();

      updated.next();
      ResultSet elements = updated.getArray(1).getResultSet();
      elements.next();
      assertThat(elements.getString(2)).isEqualTo("a");
    }
  }

  @Test
  void array_ofARow_leadsBack() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT tags FROM t WHERE id = 1")) {
      rows.next();

      assertLeadsBack(rows.getArray(1));
      assertLeadsBack(rows.getArray("tags"));
      assertLeadsBack((Array) rows.getObject(1));
      assertLeadsBack(rows.getObject(1, Array.class));
    }
  }

  @Test
  void array_thatTheConnectionMakes_leadsBack() throws Exception {
    Object[] tags = {"a", "b"};

    assertLeadsBack(connection.createArrayOf("text", tags));
    assertLeadsBack(((PGConnection) connection).createArrayOf("text", (Object) tags));
  }

  @Test
  void array_ofACall_leadsBack() throws Exception {
    run(
        "CREATE FUNCTION pg_temp.tags() RETURNS text[] LANGUAGE sql AS $$ SELECT '{a,b}'::text[] $$");
    try (CallableStatement call = connection.prepareCall("{? = call pg_temp.tags()}")) {
      call.registerOutParameter(1, Types.ARRAY);
      call.execute();

      assertLeadsBack(call.getArray(1));
      assertLeadsBack((Array) call.getObject(1));
    }
  }

  private void assertLeadsBack(Array array) throws SQLException {
    assertThat(array).isInstanceOf(PgArray.class).asString().contains("a");
    ResultSet elements = array.getResultSet();
    assertThat(elements.getStatement().getConnection()).isSameAs(connection);
    assertThat(elements.next()).isTrue();
    assertThat(elements.getString(2)).isEqualTo("a");
  }

  @Test
  void array_madeByTheApplicationWithTheWrapper_leadsBack() throws Exception {
    int textArray = ((BaseConnection) connection).getTypeInfo().getPGArrayType("text");
    Array tags = new PgArray((BaseConnection) connection, textArray, "{a,b}");

    assertThat(tags.getResultSet().getStatement().getConnection()).isSameAs(connection);
  }

  @Test
  void waysBack_leadToTheWrappers() throws Exception {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT id FROM t");
      assertThat(rows.getStatement()).isSameAs(statement);
      assertThat(statement.getResultSet()).isSameAs(rows);
      assertThat(statement.getConnection()).isSameAs(connection);
      assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
      ResultSet tables = connection.getMetaData().getTables(null, null, "t", null);
      assertThat(tables.getStatement().getConnection()).isSameAs(connection);
      assertThat(((BaseConnection) connection).execSQLQuery("SELECT 1").getStatement())
          .satisfies(own -> assertThat(own.getConnection()).isSameAs(connection));
    }
  }

  @Test
  void generatedKeys_leadBackToTheStatement() throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO t (id) VALUES (9)", Statement.RETURN_GENERATED_KEYS)) {
      insert.executeUpdate();
      ResultSet keys = insert.getGeneratedKeys();

      assertThat(keys.next()).isTrue();
      assertThat(keys.getInt("id")).isEqualTo(9);
      assertThat(keys.getStatement()).isSameAs(insert);
      assertThat(insert.getResultSet()).isNull();
    }
  }

  @Test
  void refcursor_ofACall_leadsBack() throws Exception {
    run(
        """
        CREATE FUNCTION pg_temp.cursor_of_t() RETURNS refcursor LANGUAGE plpgsql AS
        $$ DECLARE c refcursor; BEGIN OPEN c FOR SELECT name FROM t ORDER BY id; RETURN c; END $$
        """);
    connection.setAutoCommit(false);
    try (CallableStatement call = connection.prepareCall("{? = call pg_temp.cursor_of_t()}")) {
      call.registerOutParameter(1, Types.REF_CURSOR);
      call.execute();
      ResultSet cursor = (ResultSet) call.getObject(1);

      assertThat(cursor.next()).isTrue();
      assertThat(cursor.getString("name")).isEqualTo("one");
      assertThat(call.getObject(1)).isSameAs(cursor);
      assertThat(cursor.getStatement().getConnection()).isSameAs(connection);
      assertThat(cursor).isInstanceOf(PGRefCursorResultSet.class);
    }
    connection.commit();
  }

  @Test
  void refcursor_inAColumn_leadsBack() throws Exception {
    connection.setAutoCommit(false);
    run("DECLARE c CURSOR FOR SELECT name FROM t ORDER BY id");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 'c'::refcursor")) {
      rows.next();
      ResultSet cursor = (ResultSet) rows.getObject(1);

      assertThat(cursor.next()).isTrue();
      assertThat(cursor.getStatement().getConnection()).isSameAs(connection);
    }
    connection.rollback();
  }

  @Test
  void updatableResultSet_updates() throws Exception {
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery("SELECT id, name FROM t ORDER BY id")) {
      rows.absolute(2);
      rows.updateString("name", "deux");
      rows.updateRow();
      rows.moveToInsertRow();
      rows.updateInt(1, 3);
      rows.updateNull("name");
      rows.insertRow();
      rows.absolute(1);
      rows.deleteRow();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT string_agg(id || coalesce(name, '-'), ' ') FROM t")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("2deux 3-");
    }
  }

  @Test
  void namesAndUrl_areThoseOfTheDriver() throws Exception {
    DatabaseMetaData ours = connection.getMetaData();
    DatabaseMetaData drivers = raw.getMetaData();

    assertThat(ours.getURL()).isEqualTo(drivers.getURL()).startsWith("jdbc:postgresql:");
    assertThat(ours.getDriverName()).isEqualTo(drivers.getDriverName());
    assertThat(ours.getDriverVersion()).isEqualTo(drivers.getDriverVersion());
    assertThat(ours.getDatabaseProductName()).isEqualTo("PostgreSQL");
    assertThat(ours.getUserName()).isEqualTo(drivers.getUserName());
    assertThat(connection).hasToString(raw.toString());
  }

  @Test
  void savepoint_isHandedDownAsItCame() throws Exception {
    connection.setAutoCommit(false);
    Savepoint savepoint = connection.setSavepoint("here");
    assertThatThrownBy(() -> run("SELECT 1/0"))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("division by zero")
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("22012");

    connection.rollback(savepoint);
    run("SELECT 1");
    connection.releaseSavepoint(savepoint);
    connection.rollback();
  }

  @Test
  void batchesAndLargeUpdates_count() throws Exception {
    try (PreparedStatement update =
            connection.prepareStatement("UPDATE t SET name = 'x' WHERE id = ?");
        Statement statement = connection.createStatement()) {
      update.setInt(1, 1);
      update.addBatch();
      update.setInt(1, 7);
      update.addBatch();
      assertThat(update.executeLargeBatch()).containsExactly(1, 0);
      statement.addBatch("UPDATE t SET name = 'y'");
      assertThat(statement.executeBatch()).containsExactly(2);
      assertThat(statement.executeLargeUpdate("UPDATE t SET name = 'z'")).isEqualTo(2);
      assertThat(statement.getLargeUpdateCount()).isEqualTo(2);
    }
  }

  @Test
  void urlWithSeveralHosts_isLeftToPgjdbc() throws Exception {
    String hosts = "localhost:1,localhost:" + server.getPort();
    String url =
        "jdbc:lacuna:postgresql://%s/postgres?user=postgres&targetServerType=primary&loadBalanceHosts=true";
    try (Connection several = DriverManager.getConnection(url.formatted(hosts))) {
      assertThat(several.getMetaData().getURL()).contains("localhost:");
      assertThat(several.unwrap(PGConnection.class).getBackendPID()).isPositive();
    }
  }

  @Test
  void replicationConnection_isLeftToPgjdbc() throws Exception {
    String url = "jdbc:lacuna:postgresql://localhost:%d/postgres?user=postgres";
    Properties properties = new Properties();
    properties.setProperty("replication", "database");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("assumeMinServerVersion", "10");
    try (Connection replication =
            DriverManager.getConnection(url.formatted(server.getPort()), properties);
        Statement statement = replication.createStatement();
        ResultSet system = statement.executeQuery("IDENTIFY_SYSTEM")) {
      assertThat(system.next()).isTrue();
      assertThat(system.getString("dbname")).isEqualTo("postgres");
      assertThat(((PGConnection) replication).getReplicationAPI()).isNotNull();
    }
  }

  @Test
  void closedObjects_refuseAsTheDriverDoes() throws Exception {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");
    statement.close();
    statement.close();

    assertThat(rows.isClosed()).isTrue();
    assertThatThrownBy(rows::getStatement)
        .isInstanceOf(PSQLException.class)
        .hasMessage("This ResultSet is closed.");
    assertThatThrownBy(() -> statement.executeQuery("SELECT 1"))
        .hasMessage("This statement has been closed.");
  }
}
