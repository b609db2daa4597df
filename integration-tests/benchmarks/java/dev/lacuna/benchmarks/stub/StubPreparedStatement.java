package dev.lacuna.benchmarks.stub;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A prepared statement that keeps the last of its parameters. */
public abstract class StubPreparedStatement extends StubStatement implements PreparedStatement {

  static final Function<StubConnection, StubPreparedStatement> MAKE_PREPARED =
      Concrete.of(StubPreparedStatement.class, StubConnection.class);

  private String sql = "";
  private long number;
  private @Nullable Object object;

  StubPreparedStatement(StubConnection connection) {
    super(connection);
  }

  final void prepare(String text) {
    sql = text;
  }

  /** What was bound last. */
  final long bound() {
    return object == null ? number : object.hashCode();
  }

  @Override
  public void setInt(int index, int value) {
    number = value;
  }

  @Override
  public void setLong(int index, long value) {
    number = value;
  }

  @Override
  public void setString(int index, String value) {
    object = value;
  }

  @Override
  public void setObject(int index, Object value) {
    object = value;
  }

  @Override
  public void setNull(int index, int type) {
    object = null;
  }

  @Override
  public void clearParameters() {
    object = null;
  }

  @Override
  public ResultSet executeQuery() {
    return answer(sql);
  }

  @Override
  public boolean execute() {
    answer(sql);
    return true;
  }

  @Override
  public int executeUpdate() {
    return 1;
  }

  @Override
  public long executeLargeUpdate() {
    return 1;
  }

  @Override
  public void addBatch() {
    add();
  }

  @Override
  public String toString() {
    return sql + bound();
  }
}
