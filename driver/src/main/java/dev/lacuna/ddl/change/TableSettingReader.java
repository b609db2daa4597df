package dev.lacuna.ddl.change;

import static dev.lacuna.ddl.change.TableSetting.ACCESS_METHOD;
import static dev.lacuna.ddl.change.TableSetting.ADD_PARTITION;
import static dev.lacuna.ddl.change.TableSetting.AUTO_INCREMENT;
import static dev.lacuna.ddl.change.TableSetting.CLUSTER_ON;
import static dev.lacuna.ddl.change.TableSetting.COMMENT;
import static dev.lacuna.ddl.change.TableSetting.CONVERT_CHARSET;
import static dev.lacuna.ddl.change.TableSetting.DEFAULT_CHARSET;
import static dev.lacuna.ddl.change.TableSetting.DROP_PARTITION;
import static dev.lacuna.ddl.change.TableSetting.ENCRYPTION;
import static dev.lacuna.ddl.change.TableSetting.ENGINE;
import static dev.lacuna.ddl.change.TableSetting.EXCHANGE_PARTITION;
import static dev.lacuna.ddl.change.TableSetting.FORCE;
import static dev.lacuna.ddl.change.TableSetting.INHERIT;
import static dev.lacuna.ddl.change.TableSetting.KEYS;
import static dev.lacuna.ddl.change.TableSetting.LOGGED;
import static dev.lacuna.ddl.change.TableSetting.NO_INHERIT;
import static dev.lacuna.ddl.change.TableSetting.ORDER_BY;
import static dev.lacuna.ddl.change.TableSetting.OWNER;
import static dev.lacuna.ddl.change.TableSetting.REBUILD_PARTITION;
import static dev.lacuna.ddl.change.TableSetting.REPARTITION;
import static dev.lacuna.ddl.change.TableSetting.REPLICA_IDENTITY;
import static dev.lacuna.ddl.change.TableSetting.ROW_FORMAT;
import static dev.lacuna.ddl.change.TableSetting.ROW_SECURITY;
import static dev.lacuna.ddl.change.TableSetting.RULES;
import static dev.lacuna.ddl.change.TableSetting.SCHEMA;
import static dev.lacuna.ddl.change.TableSetting.STATISTICS;
import static dev.lacuna.ddl.change.TableSetting.STORAGE_PARAMETERS;
import static dev.lacuna.ddl.change.TableSetting.SYSTEM_VERSIONING;
import static dev.lacuna.ddl.change.TableSetting.TABLESPACE;
import static dev.lacuna.ddl.change.TableSetting.TRIGGERS;
import static dev.lacuna.ddl.change.TableSetting.TRUNCATE_PARTITION;
import static dev.lacuna.ddl.change.TableSetting.UNLOGGED;
import static dev.lacuna.ddl.change.TableSetting.WITHOUT_CLUSTER;

import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.Change.AttachPartition;
import dev.lacuna.ddl.change.Change.DetachPartition;
import dev.lacuna.ddl.change.Cursor.NotUnderstood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@code ALTER TABLE} sets on the table as a whole. */
final class TableSettingReader {

  /** Key words, and what they set. */
  private record Words(TableSetting setting, List<String> words) {
    Words(TableSetting setting, String... words) {
      this(setting, List.of(words));
    }
  }

  // PostgreSQL 18 manual, ALTER TABLE. Each before those that are its beginning.
  private static final List<Words> POSTGRESQL =
      List.of(
          new Words(OWNER, "OWNER", "TO"),
          new Words(SCHEMA, "SET", "SCHEMA"),
          new Words(LOGGED, "SET", "LOGGED"),
          new Words(UNLOGGED, "SET", "UNLOGGED"),
          new Words(TABLESPACE, "SET", "TABLESPACE"),
          new Words(ACCESS_METHOD, "SET", "ACCESS", "METHOD"),
          new Words(WITHOUT_CLUSTER, "SET", "WITHOUT", "CLUSTER"),
          new Words(CLUSTER_ON, "CLUSTER", "ON"),
          new Words(STORAGE_PARAMETERS, "SET"),
          new Words(STORAGE_PARAMETERS, "RESET"),
          new Words(NO_INHERIT, "NO", "INHERIT"),
          new Words(INHERIT, "INHERIT"),
          new Words(REPLICA_IDENTITY, "REPLICA", "IDENTITY"),
          new Words(ROW_SECURITY, "ENABLE", "ROW", "LEVEL", "SECURITY"),
          new Words(ROW_SECURITY, "DISABLE", "ROW", "LEVEL", "SECURITY"),
          new Words(ROW_SECURITY, "FORCE", "ROW", "LEVEL", "SECURITY"),
          new Words(ROW_SECURITY, "NO", "FORCE", "ROW", "LEVEL", "SECURITY"),
          new Words(TRIGGERS, "ENABLE", "TRIGGER"),
          new Words(TRIGGERS, "DISABLE", "TRIGGER"),
          new Words(TRIGGERS, "ENABLE", "ALWAYS", "TRIGGER"),
          new Words(TRIGGERS, "ENABLE", "REPLICA", "TRIGGER"),
          new Words(RULES, "ENABLE", "RULE"),
          new Words(RULES, "DISABLE", "RULE"),
          new Words(RULES, "ENABLE", "ALWAYS", "RULE"),
          new Words(RULES, "ENABLE", "REPLICA", "RULE"));

  // MySQL 9.7 Reference Manual, 15.1.11 "ALTER TABLE Statement"; MariaDB's own behind it.
  private static final List<Words> MYSQL =
      List.of(
          new Words(ENGINE, "ENGINE"),
          new Words(FORCE, "FORCE"),
          new Words(CONVERT_CHARSET, "CONVERT", "TO"),
          new Words(DEFAULT_CHARSET, "DEFAULT", "CHARACTER", "SET"),
          new Words(DEFAULT_CHARSET, "CHARACTER", "SET"),
          new Words(DEFAULT_CHARSET, "DEFAULT", "CHARSET"),
          new Words(DEFAULT_CHARSET, "CHARSET"),
          new Words(DEFAULT_CHARSET, "DEFAULT", "COLLATE"),
          new Words(DEFAULT_CHARSET, "COLLATE"),
          new Words(ROW_FORMAT, "ROW_FORMAT"),
          new Words(ROW_FORMAT, "KEY_BLOCK_SIZE"),
          new Words(AUTO_INCREMENT, "AUTO_INCREMENT"),
          new Words(COMMENT, "COMMENT"),
          new Words(STATISTICS, "STATS_PERSISTENT"),
          new Words(STATISTICS, "STATS_AUTO_RECALC"),
          new Words(STATISTICS, "STATS_SAMPLE_PAGES"),
          new Words(ORDER_BY, "ORDER", "BY"),
          new Words(ENCRYPTION, "ENCRYPTION"),
          new Words(KEYS, "ENABLE", "KEYS"),
          new Words(KEYS, "DISABLE", "KEYS"),
          new Words(TRUNCATE_PARTITION, "TRUNCATE", "PARTITION"),
          new Words(REBUILD_PARTITION, "REBUILD", "PARTITION"),
          new Words(REBUILD_PARTITION, "OPTIMIZE", "PARTITION"),
          new Words(REPARTITION, "REORGANIZE", "PARTITION"),
          new Words(REPARTITION, "COALESCE", "PARTITION"),
          new Words(REPARTITION, "PARTITION", "BY"),
          new Words(REPARTITION, "REMOVE", "PARTITIONING"),
          new Words(EXCHANGE_PARTITION, "EXCHANGE", "PARTITION"));

  private final Cursor cursor;

  TableSettingReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Change read() throws NotUnderstood {
    for (Words words : cursor.isMysql() ? MYSQL : POSTGRESQL) {
      if (cursor.accept(words.words().toArray(String[]::new))) {
        return isMultiToken(words.setting()) ? toEnd(words.setting()) : one(words.setting());
      }
    }
    throw new NotUnderstood(cursor.text());
  }

  private static boolean isMultiToken(TableSetting setting) {
    return switch (setting) {
      case ENGINE, ROW_FORMAT, AUTO_INCREMENT, COMMENT, STATISTICS, ENCRYPTION, FORCE -> false;
      default -> true;
    };
  }

  private AlterTable toEnd(TableSetting setting) {
    int from = cursor.index();
    if (setting == REPARTITION || setting == ORDER_BY) {
      while (!cursor.atEnd()) {
        cursor.step();
      }
    } else {
      cursor.skipToComma();
    }
    return new AlterTable(setting, cursor.textSince(from));
  }

  /** MySQL's table options may stand one behind the other, without commas. */
  private AlterTable one(TableSetting setting) {
    cursor.accept('=');
    if (setting == FORCE || cursor.atEnd()) {
      return new AlterTable(setting, "");
    }
    String argument = cursor.text();
    cursor.step();
    return new AlterTable(setting, argument);
  }

  /** Reads what MySQL's {@code ADD} adds; null if it is no partition. */
  @Nullable Change addPartition() {
    if (cursor.accept("PARTITION")) {
      return toEnd(ADD_PARTITION);
    }
    if (cursor.accept("SYSTEM", "VERSIONING") || cursor.accept("PERIOD", "FOR")) {
      return toEnd(SYSTEM_VERSIONING);
    }
    return null;
  }

  /** Reads what MySQL's {@code DROP} drops, if it is a partition or the versioning. */
  Change dropPartition() {
    boolean versioning = cursor.accept("SYSTEM", "VERSIONING");
    cursor.accept("PARTITION");
    return toEnd(versioning ? SYSTEM_VERSIONING : DROP_PARTITION);
  }

  /** Reads the partition changes of PostgreSQL; null if there is none. */
  @Nullable Change partition() throws NotUnderstood {
    if (cursor.accept("ATTACH", "PARTITION")) {
      AttachPartition attach = new AttachPartition(cursor.object());
      cursor.skipToComma();
      return attach;
    }
    if (cursor.accept("DETACH", "PARTITION")) {
      return new DetachPartition(
          cursor.object(), cursor.accept("CONCURRENTLY"), cursor.accept("FINALIZE"));
    }
    return null;
  }
}
