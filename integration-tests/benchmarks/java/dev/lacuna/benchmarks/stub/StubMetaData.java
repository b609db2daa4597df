package dev.lacuna.benchmarks.stub;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.function.Function;

/** Passes for PostgreSQL where somebody asks. */
public abstract class StubMetaData implements DatabaseMetaData {

  static final Function<StubConnection, StubMetaData> MAKE =
      Concrete.of(StubMetaData.class, StubConnection.class);

  private final StubConnection connection;

  StubMetaData(StubConnection connection) {
    this.connection = connection;
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return StubDriver.URL;
  }

  @Override
  public String getUserName() {
    return "stub";
  }

  @Override
  public String getDatabaseProductName() {
    return "PostgreSQL";
  }

  @Override
  public String getDatabaseProductVersion() {
    return "18.0";
  }

  @Override
  public int getDatabaseMajorVersion() {
    return 18;
  }

  @Override
  public int getDatabaseMinorVersion() {
    return 0;
  }

  @Override
  public String getDriverName() {
    return "Stub";
  }

  @Override
  public String getDriverVersion() {
    return "1.0";
  }

  @Override
  public int getDriverMajorVersion() {
    return 1;
  }

  @Override
  public int getDriverMinorVersion() {
    return 0;
  }

  @Override
  public int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public int getJDBCMinorVersion() {
    return 3;
  }

  @Override
  public String getIdentifierQuoteString() {
    return "\"";
  }
}
