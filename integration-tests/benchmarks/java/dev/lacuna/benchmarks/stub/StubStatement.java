package dev.lacuna.benchmarks.stub;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers a query with ten rows, or with the columns of a table if that is the question. */
public abstract class StubStatement implements Statement {

  static final Function<StubConnection, StubStatement> MAKE =
      Concrete.of(StubStatement.class, StubConnection.class);

  private final StubConnection connection;
  private @Nullable ResultSet rows;
  private int batched;
  private boolean closed;
  private int length;

  StubStatement(StubConnection connection) {
    this.connection = connection;
  }

  /** What the text decides: the rows that an execution has. */
  final ResultSet answer(String sql) {
    length += sql.length();
    ResultSet made = StubTable.isAsked(sql) ? StubTable.answer(this) : StubRows.MAKE.apply(this);
    rows = made;
    return made;
  }

  final int add() {
    return ++batched;
  }

  @Override
  public ResultSet executeQuery(String sql) {
    return answer(sql);
  }

  @Override
  public boolean execute(String sql) {
    answer(sql);
    return true;
  }

  @Override
  public int executeUpdate(String sql) {
    length += sql.length();
    return 1;
  }

  @Override
  public long executeLargeUpdate(String sql) {
    return executeUpdate(sql);
  }

  @Override
  public @Nullable ResultSet getResultSet() {
    return rows;
  }

  @Override
  public int getUpdateCount() {
    return -1;
  }

  @Override
  public long getLargeUpdateCount() {
    return -1;
  }

  @Override
  public boolean getMoreResults() {
    rows = null;
    return false;
  }

  @Override
  public void addBatch(String sql) {
    length += sql.length();
    add();
  }

  @Override
  public void clearBatch() {
    batched = 0;
  }

  @Override
  public int[] executeBatch() {
    int[] counts = new int[batched];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 1;
    }
    batched = 0;
    return counts;
  }

  @Override
  public long[] executeLargeBatch() {
    long[] counts = new long[batched];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 1;
    }
    batched = 0;
    return counts;
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public int getQueryTimeout() {
    return 0;
  }

  @Override
  public void setQueryTimeout(int seconds) {}

  @Override
  public int getMaxRows() {
    return 0;
  }

  @Override
  public int getFetchSize() {
    return length & 1;
  }

  @Override
  public void setFetchSize(int rows) {}

  @Override
  public int getResultSetType() {
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public int getResultSetConcurrency() {
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public int getResultSetHoldability() {
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public boolean isPoolable() {
    return true;
  }

  @Override
  public void closeOnCompletion() {}

  @Override
  public boolean isCloseOnCompletion() {
    return false;
  }

  @Override
  public @Nullable SQLWarning getWarnings() {
    return null;
  }

  @Override
  public void clearWarnings() {}

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
