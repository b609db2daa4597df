package dev.lacuna.ddl;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AlterTable;
import dev.lacuna.ddl.change.ObjectName;
import dev.lacuna.ddl.change.TableSetting;
import dev.lacuna.ddl.effect.Names;
import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.rules.Sizes;
import dev.lacuna.ddl.rules.Texts;
import dev.lacuna.engine.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the disk has room for a table that is written anew: the old one stays until the new
 * one is complete, with its indexes.
 *
 * <p>No server tells how much is free. So it is known only where PostgreSQL's files are on this
 * machine and may be read, which is where {@code postmaster.pid} has the time of the server's start
 * (PostgreSQL 18 manual, 66.1 "Database File Layout").
 */
final class DiskHeadroom {

  /** PostgreSQL's for a full disk. */
  private static final String DISK_FULL = "53100";

  /** Smaller tables need no look. */
  private static final long BIG = 64L << 20;

  private static final int START_LINE = 2;
  private static final long SAME_START_SECONDS = 5;

  /**
   * The tablespace of a table has a place of its own, unless it is the one in the data folder.
   * Where partitions are elsewhere, no one place has to take them all.
   */
  private static final String PLACE =
      "SELECT s.setting, extract(epoch FROM pg_catalog.pg_postmaster_start_time())::bigint,"
          + " (SELECT pg_catalog.pg_tablespace_location(CASE c.reltablespace WHEN 0 THEN"
          + " d.dattablespace ELSE c.reltablespace END) FROM pg_catalog.pg_class c,"
          + " pg_catalog.pg_database d WHERE c.oid = pg_catalog.to_regclass(?) AND d.datname ="
          + " current_database() AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits i JOIN"
          + " pg_catalog.pg_class p ON p.oid = i.inhrelid WHERE i.inhparent = c.oid AND"
          + " p.reltablespace <> c.reltablespace)) FROM pg_catalog.pg_settings s WHERE s.name = 'data_directory'";

  private DiskHeadroom() {}

  /**
   * Refuses a statement that the disk has no room for.
   *
   * @throws SQLException if that is certain
   */
  static void check(Connection connection, Verdict verdict) throws SQLException {
    Table table = verdict.facts().table();
    if (table == null || !isBigRewrite(verdict, table)) {
      return;
    }
    Long free = freeBytes(connection, table.name());
    if (free != null && free < needed(table)) {
      throw new SQLNonTransientException(refusal(verdict, table, free), DISK_FULL);
    }
  }

  private static boolean isBigRewrite(Verdict verdict, Table table) {
    return verdict.facts().server().isPostgresql()
        && verdict.effect().rewrites()
        && needed(table) >= BIG
        && verdict.ddl().changes().stream().noneMatch(DiskHeadroom::moves);
  }

  /** Where to, it says itself. */
  private static boolean moves(Change change) {
    return change instanceof AlterTable alter && alter.setting() == TableSetting.TABLESPACE;
  }

  private static long needed(Table table) {
    return table.size().bytes() + table.size().indexBytes();
  }

  /** What is free where the server keeps a table; null where that cannot be seen. */
  static @Nullable Long freeBytes(Connection connection, ObjectName table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
      statement.setString(1, Names.of(table, Dialect.POSTGRESQL));
      try (ResultSet row = statement.executeQuery()) {
        String place = row.next() ? row.getString(3) : null;
        return place == null ? null : freeBytes(Path.of(row.getString(1)), row.getLong(2), place);
      }
    }
  }

  private static @Nullable Long freeBytes(Path data, long started, String place) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      long here = Long.parseLong(lines.get(START_LINE).strip());
      return Math.abs(here - started) <= SAME_START_SECONDS
          ? Files.getFileStore(place.isEmpty() ? data : Path.of(place)).getUsableSpace()
          : null;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException elsewhere) {
      // The files are on another machine, or not for this user's eyes.
      return null;
    }
  }

  static String refusal(Verdict verdict, Table table, long free) {
    return """
        Refused: %s
        Why: it writes %s anew, which takes another %s until it is done; the disk has %s left.
        Instead: make room, or go the way that leaves the rows where they are."""
        .formatted(
            Texts.line(verdict.ddl().sql()),
            table.name(),
            Sizes.bytes(needed(table)),
            Sizes.bytes(free));
  }
}
