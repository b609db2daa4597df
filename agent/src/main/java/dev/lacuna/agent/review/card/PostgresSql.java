package dev.lacuna.agent.review.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/** PostgreSQL 18 manual, chapter VI (SQL commands), and 9.27 for {@code pg_get_indexdef}. */
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

  @Override
  public String widened(String table, String index, String columns) {
    return """
        SELECT format('CREATE INDEX CONCURRENTLY %%I ON %%s (%%s) INCLUDE (%%s)%%s;', %s, indrelid::regclass,
                 (SELECT string_agg(pg_get_indexdef(indexrelid, n, true), ', ' ORDER BY n)
                  FROM generate_series(1, indnkeyatts) n),
                 concat_ws(', ', (SELECT string_agg(pg_get_indexdef(indexrelid, n, true), ', ' ORDER BY n)
                                  FROM generate_series(indnkeyatts + 1, indnatts) n), %s),
                 ' WHERE ' || pg_get_expr(indpred, indrelid))
        FROM pg_index WHERE indexrelid = %s::regclass;"""
        .formatted(
            Identifiers.text(index + "_" + Identifiers.joined(columns)),
            Identifiers.text(NAMES.list(columns)),
            Identifiers.text(NAMES.qualified(schema(table) + index)));
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
