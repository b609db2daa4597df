package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.effect.Facts.Rate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast PostgreSQL reads from a table: the time of a sample of about a thousand pages,
 * some milliseconds. Tables that are smaller than that need no estimate.
 */
final class PostgresRate {

  private static final long PAGE = 8192;
  private static final long SAMPLE_PAGES = 500;
  private static final long BIG = 64L * 1024 * 1024;

  private final Connection connection;

  PostgresRate(Connection connection) {
    this.connection = connection;
  }

  @Nullable Rate of(Table table) throws SQLException {
    long bytes = table.size().bytes();
    if (bytes < BIG || table.isPartitioned() || table.children() > 0) {
      return null;
    }
    double percent = 100.0 * SAMPLE_PAGES * PAGE / bytes;
    String sample =
        String.format(
            Locale.ROOT,
            "SELECT count(*) FROM ONLY %s TABLESAMPLE SYSTEM (%.6f)",
            Names.postgresql(table.name()),
            percent);
    long begin = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sample)) {
      row.next();
    }
    double seconds = Math.max((System.nanoTime() - begin) / 1e9, 1e-4);
    return new Rate(SAMPLE_PAGES * PAGE / seconds);
  }
}
