package dev.lacuna.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Metadata whose result sets, and their statements, lead back to the connection. */
public abstract class LacunaDatabaseMetaData extends LacunaWrapper implements DatabaseMetaData {

  private static final WrapperFactory<LacunaConnection, DatabaseMetaData, LacunaDatabaseMetaData>
      META_DATA = new WrapperFactory<>(LacunaDatabaseMetaData.class);

  protected final DatabaseMetaData metaData;

  private final LacunaConnection origin;

  protected LacunaDatabaseMetaData(LacunaConnection origin, DatabaseMetaData metaData) {
    this.origin = origin;
    this.metaData = metaData;
  }

  static LacunaDatabaseMetaData wrap(LacunaConnection origin, DatabaseMetaData metaData) {
    return META_DATA.wrap(origin, metaData);
  }

  @Override
  protected final DatabaseMetaData delegate() {
    return metaData;
  }

  @Override
  final LacunaConnection origin() {
    return origin;
  }

  @Override
  public @Nullable Connection getConnection() throws SQLException {
    Connection connection = metaData.getConnection();
    return connection == null ? null : origin;
  }

  @Override
  public ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tableNamePattern,
      @Nullable String columnNamePattern)
      throws SQLException {
    ColumnPatterns patterns =
        new ColumnPatterns(catalog, schemaPattern, tableNamePattern, columnNamePattern);
    ResultSet columns = origin.session().columns(origin, metaData, patterns);
    return columns instanceof LacunaResultSet ? columns : LacunaResultSet.wrap(origin, columns);
  }

  protected final @Nullable ResultSet adopt(@Nullable ResultSet resultSet) {
    return resultSet == null ? null : LacunaResultSet.wrap(origin, resultSet);
  }
}
