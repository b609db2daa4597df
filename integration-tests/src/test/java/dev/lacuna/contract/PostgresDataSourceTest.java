package dev.lacuna.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lacuna.LacunaConnectionPoolDataSource;
import dev.lacuna.LacunaDataSource;
import dev.lacuna.LacunaXADataSource;
import dev.lacuna.servers.TestServer;
import java.io.NotSerializableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.naming.NamingException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

/** pgjdbc's data sources; the table lacks a declared column. */
class PostgresDataSourceTest extends DataSourceContract {

  private final String url;

  PostgresDataSourceTest() throws SQLException {
    url = TestServer.shared().database("datasources").plainUrl();
  }

  @Override
  Properties options() {
    Properties options = new Properties();
    options.setProperty("lacuna.columns", "paid.note text default 'none'");
    return options;
  }

  @Override
  DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    return source;
  }

  @Override
  ConnectionPoolDataSource poolDataSource() {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setURL(url);
    return source;
  }

  @Override
  XADataSource xaDataSource() {
    PGXADataSource source = new PGXADataSource();
    source.setURL(url);
    return source;
  }

  @Test
  void dataSource_keptByAServer_works() throws Exception {
    LacunaDataSource source = new LacunaDataSource(dataSource(), options());
    for (Object kept : new Object[] {Kept.serialised(source), Kept.lookedUp(source)}) {
      try (Connection connection = ((LacunaDataSource) kept).getConnection()) {
        assertThat(write(connection)).isOne();
      }
      run("DELETE FROM paid");
    }
  }

  private static int write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("INSERT INTO paid (id, note) VALUES (1, 'missing')");
    }
  }

  @Test
  void otherKinds_keptByAServer_work() throws Exception {
    var pool = new LacunaConnectionPoolDataSource(poolDataSource(), options());
    var xa = new LacunaXADataSource(xaDataSource(), options());

    var pooled = ((ConnectionPoolDataSource) Kept.serialised(pool)).getPooledConnection();
    assertThat(write(pooled.getConnection())).isOne();
    pooled.close();
    run("DELETE FROM paid");
    assertThat(Kept.lookedUp(pool)).isInstanceOf(LacunaConnectionPoolDataSource.class);
    var looked = ((XADataSource) Kept.lookedUp(xa)).getXAConnection();
    assertThat(write(looked.getConnection())).isOne();
    looked.close();
  }

  @Test
  void dataSource_aroundOneThatCannotBeKept_saysSo() {
    // pgjdbc's own XA data source is not serialisable.
    LacunaXADataSource xa = new LacunaXADataSource(xaDataSource());
    assertThatThrownBy(() -> Kept.serialised(xa))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("PGXADataSource");
    LacunaDataSource nested =
        new LacunaDataSource(
            new com.zaxxer.hikari.util.DriverDataSource(url, null, new Properties(), null, null));
    assertThatThrownBy(() -> Kept.lookedUp(nested))
        .isInstanceOf(NamingException.class)
        .hasMessageContaining("DriverDataSource has no JNDI reference");
  }

  @Test
  void missingColumn_inADistributedTransaction_isTolerated() throws Exception {
    XAConnection connection = new LacunaXADataSource(xaDataSource(), options()).getXAConnection();
    XAResource resource = connection.getXAResource();
    Branch branch = Branch.of(1, 1);
    resource.start(branch, XAResource.TMNOFLAGS);
    try (Connection handle = connection.getConnection()) {
      assertThat(write(handle)).isOne();
      try (Statement statement = handle.createStatement();
          var rows = statement.executeQuery("SELECT note FROM paid")) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("none");
      }
    }
    resource.end(branch, XAResource.TMSUCCESS);
    resource.prepare(branch);
    resource.commit(branch, false);
    connection.close();

    assertThat(paid()).containsExactly(1);
  }
}
