package dev.lacuna.benchmarks.stub;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ten rows of five columns: id, name, city, age, balance. */
public abstract class StubRows implements ResultSet {

  /** How many rows every query has. */
  public static final int ROWS = 10;

  static final String[] COLUMNS = {"id", "name", "city", "age", "balance"};

  static final Function<StubStatement, StubRows> MAKE =
      Concrete.of(StubRows.class, StubStatement.class);

  private final StubStatement statement;
  private int row;
  private boolean closed;

  StubRows(StubStatement statement) {
    this.statement = statement;
  }

  private static int index(String label) {
    return switch (label) {
      case "id" -> 1;
      case "name" -> 2;
      case "city" -> 3;
      case "age" -> 4;
      case "balance" -> 5;
      default -> 6;
    };
  }

  @Override
  public boolean next() {
    return row++ < ROWS;
  }

  @Override
  public int getRow() {
    return row;
  }

  @Override
  public int getInt(int column) {
    return row + column;
  }

  @Override
  public int getInt(String label) {
    return getInt(index(label));
  }

  @Override
  public long getLong(int column) {
    return (long) row + column;
  }

  @Override
  public long getLong(String label) {
    return getLong(index(label));
  }

  @Override
  public double getDouble(int column) {
    return row;
  }

  @Override
  public double getDouble(String label) {
    return getDouble(index(label));
  }

  @Override
  public String getString(int column) {
    return COLUMNS[1];
  }

  @Override
  public String getString(String label) {
    return getString(index(label));
  }

  @Override
  public Object getObject(int column) {
    return COLUMNS[1];
  }

  @Override
  public Object getObject(String label) {
    return getObject(index(label));
  }

  @Override
  public boolean wasNull() {
    return false;
  }

  @Override
  public int findColumn(String label) {
    return index(label);
  }

  @Override
  public ResultSetMetaData getMetaData() {
    return StubRowsMetaData.MAKE.apply(this);
  }

  @Override
  public Statement getStatement() {
    return statement;
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
  public int getType() {
    return TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() {
    return CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() {
    return HOLD_CURSORS_OVER_COMMIT;
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
