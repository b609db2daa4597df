package dev.lacuna.agent.explain;

import dev.lacuna.agent.baseline.TableState;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the catalog and the statistics collector have of tables, without a lock on them:
 * PostgreSQL 18 manual, 52 "System Catalogs" and 27.2.
 */
final class PostgresCatalog {

  private static final String TABLES =
      """
      SELECT n.nspname || '.' || c.relname,
        (SELECT string_agg(a.attnum || ' ' || a.attname, chr(10) ORDER BY a.attnum)
         FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
        (SELECT string_agg(x.relname || chr(9) || i.indkey::text || ' ' || i.indoption::text
                  || ' ' || x.relam || ' ' || COALESCE(md5(i.indexprs::text), '')
                  || COALESCE(md5(i.indpred::text), ''), chr(10))
         FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
         WHERE i.indrelid = c.oid AND i.indisvalid),
        s.pages, s.rows, s.visible, s.analyzes, s.vacuums, s.updates
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL (
        WITH RECURSIVE parts AS (
          SELECT c.oid AS part
          UNION ALL
          SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN parts ON i.inhparent = parts.part
        )
        SELECT sum(p.relpages) FILTER (WHERE p.relkind <> 'p') AS pages,
          sum(p.reltuples) FILTER (WHERE p.relkind <> 'p') AS rows,
          sum(p.relallvisible) FILTER (WHERE p.relkind <> 'p') AS visible,
          sum(pg_catalog.pg_stat_get_analyze_count(p.oid)
              + pg_catalog.pg_stat_get_autoanalyze_count(p.oid)) AS analyzes,
          sum(pg_catalog.pg_stat_get_vacuum_count(p.oid)
              + pg_catalog.pg_stat_get_autovacuum_count(p.oid)) AS vacuums,
          sum(pg_catalog.pg_stat_get_tuples_updated(p.oid)) AS updates
        FROM parts JOIN pg_catalog.pg_class p ON p.oid = parts.part
      ) s
      WHERE n.nspname || '.' || c.relname = ANY (?) AND c.relkind IN ('r', 'p', 'm', 'f')
      """;

  private PostgresCatalog() {}

  static Map<String, TableState> tables(Connection connection, Collection<String> names)
      throws SQLException {
    Map<String, TableState> tables = new HashMap<>();
    if (names.isEmpty()) {
      return tables;
    }
    Array array = connection.createArrayOf("text", names.toArray());
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      statement.setArray(1, array);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.put(rows.getString(1), state(rows));
        }
      }
    }
    return tables;
  }

  private static final String STATISTICS =
      """
      SELECT EXISTS (
        WITH RECURSIVE parts AS (
          SELECT c.oid AS part
          FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname || '.' || c.relname = ?
          UNION ALL
          SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN parts ON i.inhparent = parts.part
        )
        SELECT FROM parts
        JOIN pg_catalog.pg_class c ON c.oid = part
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname
        WHERE s.attname = ?)
      """;

  /** Whether an ANALYZE has seen the column. */
  static boolean hasStatistics(Connection connection, String table, String column)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATISTICS)) {
      statement.setString(1, table);
      statement.setString(2, column);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static TableState state(ResultSet row) throws SQLException {
    return new TableState(
        pairs(row.getString(2), ' '),
        pairs(row.getString(3), '\t'),
        row.getLong(4),
        row.getDouble(5),
        row.getLong(6),
        0,
        row.getLong(7),
        row.getLong(8),
        row.getLong(9));
  }

  private static Map<String, String> pairs(@Nullable String lines, char between) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (lines != null) {
      lines
          .lines()
          .forEach(
              line ->
                  pairs.put(
                      line.substring(0, line.indexOf(between)),
                      line.substring(line.indexOf(between) + 1)));
    }
    return pairs;
  }
}
