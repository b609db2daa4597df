package dev.lacuna.schema;

import dev.lacuna.engine.Dialect;
import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL's catalog what a table has.
 *
 * <p>Names are resolved by the server ({@code to_regclass}; PostgreSQL 18 manual, 9.27.7), so that
 * search path and temporary tables count as they do for the application's own statements.
 */
public final class PostgresShapeLoader implements TableKnowledge.Loader {

  // attgenerated is of version 12. A trigger ON UPDATE OF a column fires by its name in SET alone.
  private static final String QUERY =
      """
      SELECT n.nspname, c.relnatts, c.oid = pg_catalog.to_regclass(?) AS plain,
             pg_catalog.has_table_privilege(c.oid, 'SELECT')
               OR pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS readable,
             a.attname, pg_catalog.format_type(a.atttypid, -1) AS base_type,
             a.attgenerated = '' AND a.attidentity <> 'a'
               AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'UPDATE')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t
                               WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
                                 AND a.attnum = ANY (t.tgattr)) AS assignable,
             EXISTS (SELECT FROM pg_catalog.pg_index i
                     WHERE i.indrelid = c.oid AND i.indisprimary
                       AND a.attnum = ANY (i.indkey)) AS in_key
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a
             ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.oid = pg_catalog.to_regclass(?)
      ORDER BY a.attnum
      """;

  private final Connection connection;
  private final DeclaredColumns declared;
  private int release;

  /** For a connection of the real driver. */
  public PostgresShapeLoader(Connection connection, DeclaredColumns declared) {
    this.connection = connection;
    this.declared = declared;
  }

  @Override
  public @Nullable TableShape load(List<String> path) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, Dialect.POSTGRESQL.quote(path.get(path.size() - 1)));
      query.setString(
          2, path.stream().map(Dialect.POSTGRESQL::quote).collect(Collectors.joining(".")));
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? shape(rows, path) : TableShape.ABSENT;
      }
    } catch (SQLException e) {
      if (Engine.POSTGRESQL.errors().isInFailedTransaction(e)) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public int release() throws SQLException {
    if (release == 0) {
      release = connection.getMetaData().getDatabaseMajorVersion();
    }
    return release;
  }

  private TableShape shape(ResultSet rows, List<String> path) throws SQLException {
    String schema = rows.getString("nspname");
    boolean plain = rows.getBoolean("plain");
    boolean readable = rows.getBoolean("readable");
    int attributes = rows.getInt("relnatts");
    List<TableShape.Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    do {
      String name = rows.getString("attname");
      if (name != null) {
        columns.add(
            new TableShape.Column(
                name, rows.getString("base_type"), rows.getBoolean("assignable")));
        if (rows.getBoolean("in_key")) {
          key.add(name);
        }
      }
    } while (rows.next());
    List<DeclaredColumn> own =
        declared.ofTablesNamed(path.get(path.size() - 1)).stream()
            .filter(column -> column.schema() == null ? plain : schema.equals(column.schema()))
            .toList();
    return new TableShape(true, readable, attributes, List.copyOf(columns), List.copyOf(key), own);
  }
}
