package dev.lacuna.benchmarks.wrapper;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lacuna.LacunaDriver;
import dev.lacuna.benchmarks.stub.StubDataSource;
import dev.lacuna.benchmarks.stub.StubDriver;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import software.amazon.jdbc.ds.AwsWrapperDataSource;

/** What stands between an application and the stub. Each is set up to do as little as it can. */
public enum Contender {
  /** Nothing. */
  STUB {
    @Override
    public Source open() {
      return new StubDataSource()::getConnection;
    }
  },
  /** Lacuna, nothing declared. */
  LACUNA {
    @Override
    public Source open() {
      return lacuna("");
    }
  },
  /** Lacuna, with 20 declared columns of tables that no statement mentions. */
  LACUNA_20 {
    @Override
    public Source open() {
      return lacuna(others(20));
    }
  },
  /** A pool's proxies; connecting takes a connection from the pool. */
  HIKARICP {
    @Override
    public Source open() {
      HikariConfig config = new HikariConfig();
      config.setDataSource(new StubDataSource());
      config.setMaximumPoolSize(64);
      config.setMinimumIdle(64);
      HikariDataSource pool = new HikariDataSource(config);
      return pool::getConnection;
    }
  },
  /** P6Spy, whose log goes nowhere. */
  P6SPY {
    @Override
    public Source open() {
      System.setProperty("p6spy.config.appender", SilentLog.class.getName());
      DataSource source = new com.p6spy.engine.spy.P6DataSource(new StubDataSource());
      return source::getConnection;
    }
  },
  /** datasource-proxy without listeners. */
  DATASOURCE_PROXY {
    @Override
    public Source open() {
      DataSource source = ProxyDataSourceBuilder.create(new StubDataSource()).build();
      return source::getConnection;
    }
  },
  /** The AWS Advanced JDBC Wrapper without plug-ins. */
  AWS {
    @Override
    public Source open() {
      AwsWrapperDataSource source = new AwsWrapperDataSource();
      source.setJdbcProtocol("jdbc:postgresql:");
      source.setServerName("stub");
      source.setDatabase("shop");
      source.setTargetDataSourceClassName(StubDataSource.class.getName());
      Properties properties = new Properties();
      properties.setProperty("wrapperPlugins", "");
      properties.setProperty("wrapperDialect", "pg");
      source.setTargetDataSourceProperties(properties);
      return source::getConnection;
    }
  },
  /** OpenTelemetry's data source, tracing nothing. */
  OPENTELEMETRY {
    @Override
    public Source open() {
      DataSource source = JdbcTelemetry.create(OpenTelemetry.noop()).wrap(new StubDataSource());
      return source::getConnection;
    }
  },
  /** jOOQ's parsing connection. */
  JOOQ {
    @Override
    public Source open() {
      DataSource source = DSL.using(new StubDataSource(), SQLDialect.POSTGRES).parsingDataSource();
      return source::getConnection;
    }
  };

  /** Where connections come from. */
  @FunctionalInterface
  public interface Source {
    /** A new connection. */
    Connection connect() throws SQLException;
  }

  /** Sets it up. */
  public abstract Source open();

  /** Lacuna's driver over the stub, with these columns declared. */
  static Source lacuna(String columns) {
    try {
      StubDriver.register();
      Driver driver = new LacunaDriver();
      String url = StubDriver.URL.replace("jdbc:", "jdbc:lacuna:");
      Properties properties = new Properties();
      properties.setProperty("lacuna.columns", columns);
      return () -> driver.connect(url, properties);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Declarations of that many columns, ten to a table, of tables that the stub's texts lack. */
  static String others(int columns) {
    return IntStream.range(0, columns)
        .mapToObj(i -> "invoices_%d.extra_%d varchar(40)".formatted(i / 10, i))
        .collect(Collectors.joining("; "));
  }
}
