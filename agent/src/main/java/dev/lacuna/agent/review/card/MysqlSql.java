package dev.lacuna.agent.review.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/** MySQL 9.7 manual, chapter 15 (SQL statements); MariaDB takes the same. */
final class MysqlSql implements RemedySql {

  private static final Identifiers NAMES = Identifiers.MYSQL;

  @Override
  public String maintain(String table) {
    return "ANALYZE TABLE " + NAMES.qualified(table) + ";";
  }

  @Override
  public String statistics(String table, String columns) {
    return maintain(table);
  }

  @Override
  public String index(String table, String columns) {
    return "ALTER TABLE %s ADD INDEX (%s), ALGORITHM=INPLACE, LOCK=NONE;"
        .formatted(NAMES.qualified(table), NAMES.list(columns));
  }

  /** Prints nothing for an index on expressions. */
  @Override
  public String widened(String table, String index, String columns) {
    String added =
        Arrays.stream(NAMES.list(columns).split(", ")).collect(Collectors.joining(", ", ", ", ")"));
    return """
        SELECT CONCAT(%s,
                 GROUP_CONCAT(CONCAT('`', column_name, '`', COALESCE(CONCAT('(', sub_part, ')'), ''))
                              ORDER BY seq_in_index SEPARATOR ', '),
                 %s)
        FROM information_schema.statistics
        WHERE %s AND table_name = %s AND index_name = %s
        HAVING COUNT(*) = COUNT(column_name);"""
        .formatted(
            Identifiers.text(
                "ALTER TABLE %s ADD INDEX %s ("
                    .formatted(
                        NAMES.qualified(table),
                        NAMES.name(index + "_" + Identifiers.joined(columns)))),
            Identifiers.text(added + ", ALGORITHM=INPLACE, LOCK=NONE;"),
            schema(table),
            Identifiers.text(table.substring(table.lastIndexOf('.') + 1)),
            Identifiers.text(index));
  }

  @Override
  public String indexes(String table) {
    return "SHOW INDEX FROM " + NAMES.qualified(table) + ";";
  }

  @Override
  public String memory() {
    return "SHOW VARIABLES WHERE Variable_name IN ('sort_buffer_size', 'join_buffer_size', 'tmp_table_size');";
  }

  private static String schema(String table) {
    int dot = table.lastIndexOf('.');
    return "table_schema = " + (dot < 0 ? "DATABASE()" : Identifiers.text(table.substring(0, dot)));
  }
}
