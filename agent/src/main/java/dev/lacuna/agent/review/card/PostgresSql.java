package dev.lacuna.agent.review.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/** PostgreSQL 18 manual, chapter VI (SQL commands), and 9.28 for {@code pg_get_indexdef}. */
final class PostgresSql implements RemedySql {

  private static final Identifiers NAMES = Identifiers.POSTGRESQL;

  @Override
  public String maintain(String table) {
    return "VACUUM (ANALYZE) " + NAMES.qualified(table) + ";";
  }

  @Override
  public String statistics(String table, String columns) {
    if (columns.isEmpty()) {
      return "ANALYZE " + NAMES.qualified(table) + ";";
    }
    String each =
        Arrays.stream(NAMES.list(columns).split(", "))
            .map(column -> "ALTER COLUMN " + column + " SET STATISTICS 1000")
            .collect(Collectors.joining(", "));
    return "ALTER TABLE %s %s;\nANALYZE %s;"
        .formatted(NAMES.qualified(table), each, NAMES.qualified(table));
  }

  @Override
  public String index(String table, String columns) {
    return "CREATE INDEX CONCURRENTLY ON %s (%s);"
        .formatted(NAMES.qualified(table), NAMES.list(columns));
  }

  /** From its own definition, so that the order, collation and class of each key stay. */
  @Override
  public String widened(String table, String index, String columns) {
    String added = NAMES.list(columns);
    return """
        SELECT CASE WHEN def LIKE '%% INCLUDE (%%' THEN replace(def, ' INCLUDE (', %s)
                    ELSE regexp_replace(def, '( NULLS NOT DISTINCT| WITH \\(| TABLESPACE | WHERE |$)', %s) END || ';'
        FROM regexp_replace(pg_get_indexdef(%s::regclass),
                            '^CREATE (UNIQUE )?INDEX ("[^"]+"|\\S+)', %s) def;"""
        .formatted(
            Identifiers.text(" INCLUDE (" + added + ", "),
            Identifiers.text(" INCLUDE (" + added + ")\\1"),
            Identifiers.text(NAMES.qualified(schema(table) + index)),
            Identifiers.text(
                "CREATE INDEX CONCURRENTLY "
                    + NAMES.name(index + "_" + Identifiers.joined(columns))));
  }

  @Override
  public String indexes(String table) {
    return "SELECT indexrelid::regclass, pg_get_indexdef(indexrelid), indisvalid\nFROM pg_index WHERE indrelid = %s::regclass;"
        .formatted(Identifiers.text(NAMES.qualified(table)));
  }

  @Override
  public String memory() {
    return "SHOW work_mem;";
  }

  private static String schema(String table) {
    return table.substring(0, table.lastIndexOf('.') + 1);
  }
}
