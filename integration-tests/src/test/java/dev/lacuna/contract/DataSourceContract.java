package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.LacunaConnectionPoolDataSource;
import dev.lacuna.LacunaDataSource;
import dev.lacuna.LacunaXADataSource;
import dev.lacuna.jdbc.LacunaConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The drivers' data sources, with Lacuna around them. */
abstract class DataSourceContract {

  static final String INSERT = "INSERT INTO paid (id) VALUES (%d)";

  abstract DataSource dataSource() throws Exception;

  abstract ConnectionPoolDataSource poolDataSource() throws Exception;

  abstract XADataSource xaDataSource() throws Exception;

  /** What the data sources are given. */
  Properties options() {
    return new Properties();
  }

  @BeforeEach
  void makeTable() throws Exception {
    run("DROP TABLE IF EXISTS paid");
    run("CREATE TABLE paid (id int PRIMARY KEY)");
  }

  final void run(String sql) throws Exception {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  final List<Integer> paid() throws Exception {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM paid ORDER BY id")) {
      List<Integer> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getInt(1));
      }
      return all;
    }
  }

  private XAConnection connect() throws Exception {
    return new LacunaXADataSource(xaDataSource(), options()).getXAConnection();
  }

  private static void insert(XAConnection connection, int id) throws SQLException {
    try (Connection handle = connection.getConnection();
        Statement statement = handle.createStatement()) {
      assertThat(handle).isInstanceOf(LacunaConnection.class);
      statement.executeUpdate(INSERT.formatted(id));
    }
  }

  @Test
  void dataSource_wrapsItsConnections() throws Exception {
    LacunaDataSource source = new LacunaDataSource(dataSource(), options());

    try (Connection connection = source.getConnection()) {
      assertThat(connection).isInstanceOf(LacunaConnection.class);
      assertThat(connection.isValid(3)).isTrue();
    }
    assertThat(source.isWrapperFor(dataSource().getClass())).isTrue();
    assertThat(source.unwrap(DataSource.class)).isSameAs(source);
  }

  @Test
  void pooledConnection_givesWrappedHandles_andTellsOfThem() throws Exception {
    PooledConnection pooled =
        new LacunaConnectionPoolDataSource(poolDataSource(), options()).getPooledConnection();
    Events events = new Events();
    pooled.addConnectionEventListener(events);
    Connection first = pooled.getConnection();
    assertThat(first).isInstanceOf(LacunaConnection.class);

    first.close();

    assertThat(events.closed).containsExactly(pooled);
    try (Connection second = pooled.getConnection()) {
      assertThat(second).isNotSameAs(first);
      assertThat(second.isValid(3)).isTrue();
    }
    pooled.removeConnectionEventListener(events);
    pooled.getConnection().close();
    assertThat(events.closed).hasSize(2);
    pooled.close();
  }

  /** Keeps where the events came from. */
  private static final class Events implements ConnectionEventListener {
    final List<Object> closed = new ArrayList<>();

    @Override
    public void connectionClosed(ConnectionEvent event) {
      closed.add(event.getSource());
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      closed.add(event);
    }
  }

  @Test
  void twoPhases_commitBothBranchesOrNone() throws Exception {
    XAConnection one = connect();
    XAConnection two = connect();
    for (boolean commit : new boolean[] {true, false}) {
      int id = commit ? 1 : 10;
      Branch first = Branch.of(id, 1);
      Branch second = Branch.of(id, 2);
      one.getXAResource().start(first, XAResource.TMNOFLAGS);
      insert(one, id);
      one.getXAResource().end(first, XAResource.TMSUCCESS);
      two.getXAResource().start(second, XAResource.TMNOFLAGS);
      insert(two, id + 1);
      two.getXAResource().end(second, XAResource.TMSUCCESS);

      assertThat(one.getXAResource().prepare(first)).isEqualTo(XAResource.XA_OK);
      assertThat(two.getXAResource().prepare(second)).isEqualTo(XAResource.XA_OK);
      assertThat(paid()).doesNotContain(id, id + 1);
      finish(one.getXAResource(), first, commit);
      finish(two.getXAResource(), second, commit);
    }
    one.close();
    two.close();

    assertThat(paid()).containsExactly(1, 2);
  }

  private static void finish(XAResource resource, Xid branch, boolean commit) throws XAException {
    if (commit) {
      resource.commit(branch, false);
    } else {
      resource.rollback(branch);
    }
  }

  @Test
  void preparedBranch_isRecoveredByAnotherConnection() throws Exception {
    Branch branch = Branch.of(7, 1);
    XAConnection lost = connect();
    lost.getXAResource().start(branch, XAResource.TMNOFLAGS);
    insert(lost, 7);
    lost.getXAResource().end(branch, XAResource.TMSUCCESS);
    lost.getXAResource().prepare(branch);
    lost.close();

    XAConnection other = connect();
    XAResource resource = other.getXAResource();
    Xid[] found = resource.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN);
    assertThat(found).anySatisfy(xid -> assertThat(branch.isSame(xid)).isTrue());
    resource.commit(branch, false);
    other.close();

    assertThat(paid()).containsExactly(7);
  }

  @Test
  void onePhase_commits() throws Exception {
    Branch branch = Branch.of(8, 1);
    XAConnection connection = connect();
    XAResource resource = connection.getXAResource();
    resource.start(branch, XAResource.TMNOFLAGS);
    insert(connection, 8);
    resource.end(branch, XAResource.TMSUCCESS);
    resource.commit(branch, true);

    insert(connection, 9);
    connection.close();

    assertThat(paid()).containsExactly(8, 9);
  }

  @Test
  void resources_areComparedByTheDriver() throws Exception {
    XAConnection one = connect();
    XAConnection raw = xaDataSource().getXAConnection();

    assertThat(one.getXAResource().isSameRM(one.getXAResource())).isTrue();
    assertThat(one.getXAResource()).hasSameClassAs(raw.getXAResource());
    one.close();
    raw.close();
  }
}
