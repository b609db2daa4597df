package dev.lacuna.ddl.rules;

import dev.lacuna.ddl.effect.Table;
import java.util.Arrays;
import java.util.List;

/** Writes the SQL that fills a column in small steps, along the primary key. */
final class Backfill {

  private static final int BATCH = 1000;

  private Backfill() {}

  /**
   * The statements for a column.
   *
   * @param value the expression to fill it with
   */
  static String of(Subject subject, String column, String value) {
    String name = subject.name(column);
    return where(subject, name, value, name + " IS NULL");
  }

  /** The same for an expression that may be NULL: such rows are done as they are. */
  static String copying(Subject subject, String column, String value) {
    String name = subject.name(column);
    return where(subject, name, value, name + " IS NULL AND " + value + " IS NOT NULL");
  }

  /** Whether steps hold one. */
  static boolean isIn(String... sql) {
    return Arrays.stream(sql).anyMatch(step -> step.startsWith("-- Backfill"));
  }

  /**
   * What is to be said where rows are replicated by running statements again (MySQL 9.7 Reference
   * Manual, 19.2.1.3 "Determination of Safe and Unsafe Statements in Binary Logging").
   */
  static String advice(Subject subject, String... sql) {
    return isIn(sql) && subject.server().replication().statements()
        ? " Under binlog_format=STATEMENT replicas run the backfill themselves, and may come to"
            + " other values: SET SESSION binlog_format = 'ROW' first."
        : "";
  }

  private static String where(Subject subject, String name, String value, String open) {
    String table = subject.tableSql();
    String key = key(subject);
    if (!subject.isPostgresql()) {
      String order = key.isEmpty() ? "" : " ORDER BY " + key;
      return """
          -- Backfill: repeat until no row is updated.
          UPDATE %s SET %s = %s WHERE %s%s LIMIT %d"""
          .formatted(table, name, value, open, order, BATCH);
    }
    if (key.isEmpty() || !subject.server().isAtLeast(11, 0, 0)) {
      return repeated(table, name, value, open);
    }
    return loop(table, name, value, key);
  }

  private static String key(Subject subject) {
    Table table = subject.table();
    List<String> key = table == null ? List.of() : table.primaryKey();
    return key.size() == 1 ? subject.name(key.get(0)) : "";
  }

  private static String repeated(String table, String column, String value, String open) {
    return """
        -- Backfill: repeat until no row is updated.
        UPDATE %1$s SET %2$s = %3$s WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM %1$s WHERE %4$s LIMIT %5$d))"""
        .formatted(table, column, value, open, BATCH);
  }

  /** A transaction a batch: PostgreSQL 11 manual, 43.8 "Transaction Management". */
  private static String loop(String table, String column, String value, String key) {
    return """
        -- Backfill in batches, outside of any transaction.
        DO $$
        DECLARE
          first %1$s.%4$s%%TYPE := (SELECT %4$s FROM %1$s ORDER BY %4$s LIMIT 1);
          last %1$s.%4$s%%TYPE;
        BEGIN
          WHILE first IS NOT NULL LOOP
            SELECT max_key INTO last FROM (SELECT %4$s AS max_key FROM %1$s
              WHERE %4$s >= first ORDER BY %4$s LIMIT %5$d) batch ORDER BY max_key DESC LIMIT 1;
            UPDATE %1$s SET %2$s = %3$s WHERE %4$s BETWEEN first AND last AND %2$s IS NULL;
            COMMIT;
            PERFORM pg_sleep(0.05);
            first := (SELECT %4$s FROM %1$s WHERE %4$s > last ORDER BY %4$s LIMIT 1);
          END LOOP;
        END $$"""
        .formatted(table, column, value, key, BATCH);
  }
}
