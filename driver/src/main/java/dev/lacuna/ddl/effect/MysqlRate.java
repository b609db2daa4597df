package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.effect.Facts.Rate;
import dev.lacuna.engine.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Measures how fast InnoDB reads from a table: the time of its first thousands of rows. */
final class MysqlRate {

  private static final long SAMPLE_ROWS = 5_000;
  private static final long BIG = 64L * 1024 * 1024;

  private final Connection connection;

  MysqlRate(Connection connection) {
    this.connection = connection;
  }

  @Nullable Rate of(Table table) throws SQLException {
    long bytes = table.size().bytes();
    long rows = table.size().rows();
    if (bytes < BIG || rows < SAMPLE_ROWS) {
      return null;
    }
    String sample =
        "SELECT COUNT(*) FROM (SELECT 1 FROM "
            + Names.of(table.name(), Dialect.MYSQL)
            + " LIMIT "
            + SAMPLE_ROWS
            + ") sample";
    long begin = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sample)) {
      row.next();
    }
    double seconds = Math.max((System.nanoTime() - begin) / 1e9, 1e-4);
    return new Rate(SAMPLE_ROWS * (double) bytes / rows / seconds);
  }
}
