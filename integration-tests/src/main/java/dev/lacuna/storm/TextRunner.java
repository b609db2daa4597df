package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Writes the values into the text, and runs it with a plain {@link Statement}. */
final class TextRunner implements SqlRunner {

  private final Connection connection;
  private final Engine engine;
  private final Runnable beforeBatch;

  TextRunner(Connection connection, Engine engine) {
    this(connection, engine, () -> {});
  }

  /**
   * @param beforeBatch runs between the last {@code addBatch} and the batch
   */
  TextRunner(Connection connection, Engine engine, Runnable beforeBatch) {
    this.connection = connection;
    this.engine = engine;
    this.beforeBatch = beforeBatch;
  }

  @Override
  public int update(TrafficSql sql, Object... arguments) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(text(sql, arguments));
    }
  }

  @Override
  public int[] batch(TrafficSql sql, List<Object[]> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Object[] row : rows) {
        statement.addBatch(text(sql, row));
      }
      beforeBatch.run();
      return statement.executeBatch();
    }
  }

  @Override
  public Optional<Row> row(TrafficSql sql, Object... arguments) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text(sql, arguments))) {
      return SqlRunner.read(rows);
    }
  }

  @Override
  public void close() {
    // Keeps no statement.
  }

  /** The storm's values are numbers and marks: nothing in them needs to be escaped. */
  private String text(TrafficSql sql, Object... arguments) {
    String text = sql.sql(engine);
    for (Object argument : arguments) {
      text =
          text.replaceFirst(
              "\\?", argument instanceof Number ? "" + argument : "'" + argument + "'");
    }
    return text;
  }
}
