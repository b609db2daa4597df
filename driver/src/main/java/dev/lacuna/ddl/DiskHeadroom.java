package dev.lacuna.ddl;

import dev.lacuna.ddl.effect.Table;
import dev.lacuna.ddl.rules.Sizes;
import dev.lacuna.ddl.rules.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
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

  private static final String DATA =
      "SELECT setting, extract(epoch FROM pg_catalog.pg_postmaster_start_time())::bigint FROM"
          + " pg_catalog.pg_settings WHERE name = 'data_directory'";

  private DiskHeadroom() {}

  /**
   * Refuses a statement that the disk has no room for.
   *
   * @throws SQLException if that is certain
   */
  static void check(Connection connection, Verdict verdict) throws SQLException {
    Table table = verdict.facts().table();
    boolean big =
        table != null
            && verdict.facts().server().isPostgresql()
            && verdict.effect().rewrites()
            && needed(table) >= BIG;
    Long free = big ? freeBytes(connection) : null;
    if (table != null && free != null && free < needed(table)) {
      throw new SQLNonTransientException(refusal(verdict, table, free), DISK_FULL);
    }
  }

  private static long needed(Table table) {
    return table.size().bytes() + table.size().indexBytes();
  }

  /** What is free where the server keeps its data; null where that cannot be seen. */
  static @Nullable Long freeBytes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DATA)) {
      return row.next() ? freeBytes(Path.of(row.getString(1)), row.getLong(2)) : null;
    }
  }

  private static @Nullable Long freeBytes(Path data, long started) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      long here = Long.parseLong(lines.get(START_LINE).strip());
      return Math.abs(here - started) <= SAME_START_SECONDS
          ? Files.getFileStore(data).getUsableSpace()
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
