package dev.lacuna.benchmarks.stub;

import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.util.function.Function;

/** The five columns of {@link StubRows}. */
public abstract class StubRowsMetaData implements ResultSetMetaData {

  static final Function<StubRows, StubRowsMetaData> MAKE =
      Concrete.of(StubRowsMetaData.class, StubRows.class);

  private final StubRows rows;

  StubRowsMetaData(StubRows rows) {
    this.rows = rows;
  }

  @Override
  public int getColumnCount() {
    return rows.isClosed() ? 0 : StubRows.COLUMNS.length;
  }

  @Override
  public String getColumnLabel(int column) {
    return StubRows.COLUMNS[column - 1];
  }

  @Override
  public String getColumnName(int column) {
    return StubRows.COLUMNS[column - 1];
  }

  @Override
  public String getTableName(int column) {
    return "users";
  }

  @Override
  public int getColumnType(int column) {
    return column == 1 ? Types.INTEGER : Types.VARCHAR;
  }
}
