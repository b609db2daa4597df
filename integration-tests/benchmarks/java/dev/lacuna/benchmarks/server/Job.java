package dev.lacuna.benchmarks.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is measured: each prepares, binds, executes, reads and closes. */
enum Job {
  /** One row by its key. */
  POINT_SELECT {
    @Override
    String text(@Nullable String column) {
      return "SELECT id, name, %sprice FROM desk WHERE id = ?".formatted(listed(column));
    }

    @Override
    long run(Connection connection, String sql, boolean bound, int round) throws SQLException {
      return read(connection, sql, 1 + round % Desk.ROWS);
    }
  },
  /** Ten thousand rows of twelve columns. */
  RANGE_SELECT {
    @Override
    String text(@Nullable String column) {
      return "SELECT id, name, %sprice, c0, c1, c2, c3, c4, c5, c6, c7 FROM desk WHERE id <= ?"
          .formatted(listed(column));
    }

    @Override
    long run(Connection connection, String sql, boolean bound, int round) throws SQLException {
      return read(connection, sql, 10_000);
    }
  },
  /** One new row. */
  INSERT {
    @Override
    String text(@Nullable String column) {
      return "INSERT INTO desk_log (name, %sprice) VALUES (?, %s?)"
          .formatted(listed(column), column == null ? "" : "?, ");
    }

    @Override
    long run(Connection connection, String sql, boolean bound, int round) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement, bound, round);
        return statement.executeUpdate();
      }
    }
  },
  /** A hundred new rows in a batch, in a transaction. */
  BATCH_INSERT {
    @Override
    String text(@Nullable String column) {
      return INSERT.text(column);
    }

    @Override
    long run(Connection connection, String sql, boolean bound, int round) throws SQLException {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < 100; i++) {
          bind(statement, bound, i);
          statement.addBatch();
        }
        return statement.executeBatch().length;
      } finally {
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  },
  /** One row changed. */
  UPDATE {
    @Override
    String text(@Nullable String column) {
      return "UPDATE desk SET name = ?, %sprice = ? WHERE id = 77"
          .formatted(column == null ? "" : column + " = ?, ");
    }

    @Override
    long run(Connection connection, String sql, boolean bound, int round) throws SQLException {
      return INSERT.run(connection, sql, bound, round);
    }
  };

  /**
   * Its text.
   *
   * @param column the column that it mentions besides, or null for none
   */
  abstract String text(@Nullable String column);

  /**
   * Runs it once.
   *
   * @param bound whether a write binds a value for the column
   * @param round tells one run from another
   * @return something that depends on what was read
   */
  abstract long run(Connection connection, String sql, boolean bound, int round)
      throws SQLException;

  /** For a person. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String listed(@Nullable String column) {
    return column == null ? "" : column + ", ";
  }

  private static long read(Connection connection, String sql, int key) throws SQLException {
    long sum = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          sum += rows.getInt(1);
          for (int i = 2; i <= columns; i++) {
            String value = rows.getString(i);
            sum += value == null ? 1 : value.length();
          }
        }
      }
    }
    return sum;
  }

  private static void bind(PreparedStatement statement, boolean bound, int round)
      throws SQLException {
    int next = 1;
    statement.setString(next++, "name " + round);
    if (bound) {
      statement.setString(next++, "value");
    }
    statement.setInt(next, round);
  }
}
