package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wherever the application comes from, it comes back to the object that it had. */
class WaysBackTest {

  private final RecordingDriver driver = new RecordingDriver();
  private final Connection rawConnection = driver.stub(Connection.class);
  private final Statement rawStatement = driver.stub(Statement.class);
  private final PreparedStatement rawPrepared = driver.stub(PreparedStatement.class);
  private final CallableStatement rawCall = driver.stub(CallableStatement.class);
  private final ResultSet rawRows = driver.stub(ResultSet.class);
  private final DatabaseMetaData rawMetaData = driver.stub(DatabaseMetaData.class);
  private final Connection connection = LacunaConnection.wrap(Session.TRANSPARENT, rawConnection);

  WaysBackTest() {
    driver
        .answering(rawConnection, "createStatement", rawStatement)
        .answering(rawConnection, "prepareStatement", rawPrepared)
        .answering(rawConnection, "prepareCall", rawCall)
        .answering(rawConnection, "getMetaData", rawMetaData)
        .answering(rawMetaData, "getConnection", rawConnection)
        .answering(rawMetaData, "getTables", rawRows)
        .answering(rawStatement, "getConnection", rawConnection)
        .answering(rawPrepared, "getConnection", rawConnection)
        .answering(rawCall, "getConnection", rawConnection)
        .answering(rawStatement, "executeQuery", rawRows)
        .answering(rawPrepared, "executeQuery", rawRows)
        .answering(rawStatement, "getResultSet", rawRows)
        .answering(rawPrepared, "getResultSet", rawRows)
        .answering(rawRows, "getStatement", rawStatement);
  }

  @Test
  void statement_leadsBackToTheConnection() throws Exception {
    assertThat(connection.createStatement().getConnection()).isSameAs(connection);
    assertThat(connection.prepareStatement("SELECT 1").getConnection()).isSameAs(connection);
    assertThat(connection.prepareCall("{call f()}").getConnection()).isSameAs(connection);
  }

  @Test
  void resultSet_leadsBackToTheStatement() throws Exception {
    Statement statement = connection.createStatement();
    PreparedStatement prepared = connection.prepareStatement("SELECT 1");

    assertThat(statement.executeQuery("SELECT 1").getStatement()).isSameAs(statement);
    assertThat(prepared.executeQuery().getStatement()).isSameAs(prepared);
  }

  @Test
  void getResultSet_twice_isTheSameObject() throws Exception {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");

    assertThat(statement.getResultSet()).isSameAs(rows).isSameAs(statement.getResultSet());
  }

  @Test
  void nextResultSet_isAnotherObject() throws Exception {
    Statement statement = connection.createStatement();
    ResultSet first = statement.executeQuery("SELECT 1; SELECT 2");
    driver.answering(rawStatement, "getResultSet", driver.stub(ResultSet.class));

    assertThat(statement.getResultSet()).isNotSameAs(first).isSameAs(statement.getResultSet());
  }

  @Test
  void generatedKeys_leadBackToTheStatement_andAreNotTheResultSet() throws Exception {
    ResultSet rawKeys = driver.stub(ResultSet.class);
    driver
        .answering(rawStatement, "getGeneratedKeys", rawKeys)
        .answering(rawKeys, "getStatement", rawStatement);
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");

    ResultSet keys = statement.getGeneratedKeys();

    assertThat(keys.getStatement()).isSameAs(statement);
    assertThat(statement.getGeneratedKeys()).isSameAs(keys);
    assertThat(statement.getResultSet()).isSameAs(rows);
  }

  @Test
  void metaData_isOneObject_andLeadsBackToTheConnection() throws Exception {
    DatabaseMetaData metaData = connection.getMetaData();

    assertThat(connection.getMetaData()).isSameAs(metaData);
    assertThat(metaData.getConnection()).isSameAs(connection);
  }

  @Test
  void metaData_thatTheDriverMakesAnew_isNewHereToo() throws Exception {
    DatabaseMetaData metaData = connection.getMetaData();
    driver.answering(rawConnection, "getMetaData", driver.stub(DatabaseMetaData.class));

    assertThat(connection.getMetaData()).isNotSameAs(metaData);
  }

  @Test
  void metaDataResult_leadsBackToTheConnection_overOneStatement() throws Exception {
    ResultSet tables = connection.getMetaData().getTables(null, null, "%", null);

    assertThat(tables.getStatement()).isSameAs(tables.getStatement()).isNotSameAs(rawStatement);
    assertThat(tables.getStatement().getConnection()).isSameAs(connection);
  }

  @Test
  void cursorOfACall_leadsBack_andIsOneObject() throws Exception {
    driver.answering(rawCall, "getObject", rawRows);
    CallableStatement call = connection.prepareCall("{? = call f()}");

    ResultSet cursor = (ResultSet) call.getObject(1);

    assertThat(call.getObject(1)).isSameAs(cursor);
    assertThat(call.getObject("c", Map.of())).isSameAs(cursor);
    assertThat(call.getObject(1, ResultSet.class)).isSameAs(cursor);
    assertThat(cursor.getStatement()).isNotSameAs(rawStatement).isNotSameAs(call);
    assertThat(cursor.getStatement().getConnection()).isSameAs(connection);
  }

  @Test
  void cursorOfACall_thatTheCallItselfHolds_leadsBackToTheCall() throws Exception {
    driver.answering(rawCall, "getObject", rawRows).answering(rawRows, "getStatement", rawCall);
    CallableStatement call = connection.prepareCall("{? = call f()}");

    assertThat(((ResultSet) call.getObject(1)).getStatement()).isSameAs(call);
  }

  @Test
  void cursorInAColumn_leadsBack() throws Exception {
    ResultSet rawCursor = driver.stub(ResultSet.class);
    Statement rawOther = driver.stub(Statement.class);
    driver
        .answering(rawRows, "getObject", rawCursor)
        .answering(rawCursor, "getStatement", rawOther)
        .answering(rawOther, "getConnection", rawConnection);
    ResultSet rows = connection.createStatement().executeQuery("SELECT f()");

    ResultSet cursor = (ResultSet) rows.getObject("f");

    assertThat(cursor.getStatement().getConnection()).isSameAs(connection);
  }

  @Test
  void null_staysNull() throws Exception {
    driver
        .answering(rawStatement, "getResultSet", null)
        .answering(rawStatement, "getGeneratedKeys", null)
        .answering(rawStatement, "getConnection", null)
        .answering(rawRows, "getStatement", null)
        .answering(rawRows, "getObject", null)
        .answering(rawCall, "getObject", null)
        .answering(rawMetaData, "getConnection", null)
        .answering(rawMetaData, "getTables", null);
    Statement statement = connection.createStatement();

    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getGeneratedKeys()).isNull();
    assertThat(statement.getConnection()).isNull();
    assertThat(statement.executeQuery("SELECT 1").getStatement()).isNull();
    assertThat(statement.executeQuery("SELECT 1").getObject(1)).isNull();
    assertThat(connection.prepareCall("{call f()}").getObject(1)).isNull();
    assertThat(connection.getMetaData().getConnection()).isNull();
    assertThat(connection.getMetaData().getTables(null, null, "%", null)).isNull();
  }

  @Test
  void closedResultSet_refusesAsTheDriverDoes() throws Exception {
    SQLException closed = new SQLException("This ResultSet is closed.", "24000");
    driver.throwing(rawRows, "getStatement", closed);
    ResultSet rows = connection.createStatement().executeQuery("SELECT 1");

    assertThatThrownBy(rows::getStatement).isSameAs(closed);
  }

  @Test
  void preparedStatement_afterItIsRedirected_goesOnWithTheOther() throws Exception {
    LacunaPreparedStatement prepared =
        (LacunaPreparedStatement) connection.prepareStatement("SELECT 1");
    PreparedStatement other = driver.stub(PreparedStatement.class);

    prepared.redirect(other);
    driver.forgettingCalls();
    prepared.setInt(1, 2);
    prepared.setMaxRows(3);
    prepared.executeUpdate();
    prepared.execute("SELECT 2");

    assertThat(driver.calls()).hasSize(4).allMatch(call -> call.target() == other);
    assertThat(prepared.unwrap(other.getClass())).isSameAs((Object) other);
  }
}
