package dev.lacuna.agent.explain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables and indexes of one statement, by the names that its plan has.
 *
 * <p>A plan has bare names. But planning has locked what the statement reads, views and partitions
 * and what was planned away included, and the locks are held to the end of the transaction, so the
 * server itself tells which tables those are (PostgreSQL 18 manual, 13.3.1 and 53.13).
 */
final class PostgresNames {

  private static final String LOCKED =
      """
      WITH RECURSIVE locked AS (
        SELECT c.oid, c.relname, c.relkind, c.oid AS up
        FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
        WHERE l.locktype = 'relation' AND l.pid = pg_catalog.pg_backend_pid()
          AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
          AND c.relkind IN ('r', 'p', 'm', 'f', 'i', 'I') AND c.relpersistence <> 't'
          AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
          AND c.oid >= 16384
        UNION
        SELECT locked.oid, locked.relname, locked.relkind, i.inhparent
        FROM locked JOIN pg_catalog.pg_inherits i ON i.inhrelid = locked.up
      )
      SELECT l.relname, l.relkind IN ('i', 'I') AS is_index, n.nspname, c.relname, l.oid <> l.up
      FROM locked l JOIN pg_catalog.pg_class c ON c.oid = l.up
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = l.up)
      """;

  private final Map<String, String> tables = new HashMap<>();
  private final Map<String, String> indexes = new HashMap<>();
  private final Set<String> partitions = new TreeSet<>();

  private PostgresNames() {}

  /** What the transaction has locked. */
  static PostgresNames locked(Connection connection) throws SQLException {
    PostgresNames names = new PostgresNames();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LOCKED)) {
      while (rows.next()) {
        names.add(rows);
      }
    }
    return names;
  }

  private void add(ResultSet row) throws SQLException {
    if (row.getBoolean(2)) {
      indexes.put(row.getString(1), row.getString(4));
      return;
    }
    tables.put(row.getString(1), row.getString(3) + "." + row.getString(4));
    if (row.getBoolean(5)) {
      partitions.add(row.getString(1));
    }
  }

  /** As {@code schema.table}; of a partition the partitioned table. */
  String table(String relation) {
    return tables.getOrDefault(relation, relation);
  }

  /** Of a partition's index that of the partitioned table. */
  String index(String name) {
    return indexes.getOrDefault(name, name);
  }

  boolean isPartition(String relation) {
    return partitions.contains(relation);
  }

  /** All tables that the statement reads or writes, as {@code schema.table}. */
  Set<String> all() {
    return new TreeSet<>(tables.values());
  }
}
