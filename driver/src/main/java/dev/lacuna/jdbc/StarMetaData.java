package dev.lacuna.jdbc;

import dev.lacuna.schema.DeclaredColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** What the driver says of a completed result's columns, and of the missing ones among them. */
final class StarMetaData implements ResultSetMetaData {

  private final StarColumns columns;
  private final ResultSetMetaData actual;
  private final ResultSetMetaData companion;

  StarMetaData(StarColumns columns, ResultSetMetaData actual, ResultSetMetaData companion) {
    this.columns = columns;
    this.actual = actual;
    this.companion = companion;
  }

  private ResultSetMetaData source(int column) {
    return columns.isMissing(column) ? companion : actual;
  }

  private int at(int column) {
    return columns.position(column);
  }

  private DeclaredColumn declaration(int column) {
    return columns.missing().get(at(column) - 1);
  }

  @Override
  public int getColumnCount() {
    return columns.count();
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    return source(column).isAutoIncrement(at(column));
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return source(column).isCaseSensitive(at(column));
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    return source(column).isSearchable(at(column));
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    return source(column).isCurrency(at(column));
  }

  @Override
  public int isNullable(int column) throws SQLException {
    if (columns.isMissing(column)) {
      return declaration(column).notNull() ? columnNoNulls : columnNullable;
    }
    return actual.isNullable(at(column));
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return source(column).isSigned(at(column));
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return source(column).getColumnDisplaySize(at(column));
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return source(column).getColumnLabel(at(column));
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return source(column).getColumnName(at(column));
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return columns.isMissing(column)
        ? actual.getSchemaName(columns.neighbour(column))
        : actual.getSchemaName(at(column));
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return source(column).getPrecision(at(column));
  }

  @Override
  public int getScale(int column) throws SQLException {
    return source(column).getScale(at(column));
  }

  /** The star shows the table's other columns beside the missing ones. */
  @Override
  public String getTableName(int column) throws SQLException {
    return columns.isMissing(column)
        ? actual.getTableName(columns.neighbour(column))
        : actual.getTableName(at(column));
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    return columns.isMissing(column)
        ? actual.getCatalogName(columns.neighbour(column))
        : actual.getCatalogName(at(column));
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return source(column).getColumnType(at(column));
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return source(column).getColumnTypeName(at(column));
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    return source(column).isReadOnly(at(column));
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    return source(column).isWritable(at(column));
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    return source(column).isDefinitelyWritable(at(column));
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return source(column).getColumnClassName(at(column));
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return LacunaWrapper.isA(type, this) ? type.cast(this) : actual.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return LacunaWrapper.isA(type, this) || actual.isWrapperFor(type);
  }
}
