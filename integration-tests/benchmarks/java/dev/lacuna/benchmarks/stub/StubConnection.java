package dev.lacuna.benchmarks.stub;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection to nothing. */
public abstract class StubConnection implements Connection {

  static final Function<StubDriver, StubConnection> MAKE =
      Concrete.of(StubConnection.class, StubDriver.class);

  private final StubDriver driver;
  private boolean autoCommit = true;
  private boolean closed;

  StubConnection(StubDriver driver) {
    this.driver = driver;
  }

  StubDriver driver() {
    return driver;
  }

  @Override
  public Statement createStatement() {
    return StubStatement.MAKE.apply(this);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) {
    StubPreparedStatement statement = StubPreparedStatement.MAKE_PREPARED.apply(this);
    statement.prepare(sql);
    return statement;
  }

  @Override
  public DatabaseMetaData getMetaData() {
    return StubMetaData.MAKE.apply(this);
  }

  @Override
  public void setAutoCommit(boolean on) {
    autoCommit = on;
  }

  @Override
  public boolean getAutoCommit() {
    return autoCommit;
  }

  @Override
  public void commit() {}

  @Override
  public void rollback() {}

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isValid(int timeout) {
    return !closed;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public void setReadOnly(boolean readOnly) {}

  @Override
  public int getTransactionIsolation() {
    return TRANSACTION_READ_COMMITTED;
  }

  @Override
  public void setTransactionIsolation(int level) {}

  @Override
  public int getHoldability() {
    return 1;
  }

  @Override
  public int getNetworkTimeout() {
    return 0;
  }

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) {}

  @Override
  public @Nullable String getCatalog() {
    return null;
  }

  @Override
  public @Nullable String getSchema() {
    return null;
  }

  @Override
  public Properties getClientInfo() {
    return new Properties();
  }

  @Override
  public @Nullable SQLWarning getWarnings() {
    return null;
  }

  @Override
  public void clearWarnings() {}

  @Override
  public String nativeSQL(String sql) {
    return sql;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
