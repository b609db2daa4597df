package dev.lacuna.jdbc;

import dev.lacuna.rewrite.ParameterMap;
import java.sql.ParameterMetaData;
import java.sql.SQLException;

/** What the driver says of the parameters of a sent text, by the application's indexes. */
final class MappedParameterMetaData implements ParameterMetaData {

  private final ParameterMetaData actual;
  private final ParameterMap parameters;

  MappedParameterMetaData(ParameterMetaData actual, ParameterMap parameters) {
    this.actual = actual;
    this.parameters = parameters;
  }

  private int marker(int parameter) {
    return parameters.marker(parameter, 0);
  }

  @Override
  public int getParameterCount() {
    return parameters.count();
  }

  @Override
  public int isNullable(int param) throws SQLException {
    return actual.isNullable(marker(param));
  }

  @Override
  public boolean isSigned(int param) throws SQLException {
    return actual.isSigned(marker(param));
  }

  @Override
  public int getPrecision(int param) throws SQLException {
    return actual.getPrecision(marker(param));
  }

  @Override
  public int getScale(int param) throws SQLException {
    return actual.getScale(marker(param));
  }

  @Override
  public int getParameterType(int param) throws SQLException {
    return actual.getParameterType(marker(param));
  }

  @Override
  public String getParameterTypeName(int param) throws SQLException {
    return actual.getParameterTypeName(marker(param));
  }

  @Override
  public String getParameterClassName(int param) throws SQLException {
    return actual.getParameterClassName(marker(param));
  }

  @Override
  public int getParameterMode(int param) throws SQLException {
    return actual.getParameterMode(marker(param));
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
