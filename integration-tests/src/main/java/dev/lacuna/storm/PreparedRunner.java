package dev.lacuna.storm;

import dev.lacuna.engine.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prepares each statement once and keeps it, across whatever happens to the schema meanwhile. */
final class PreparedRunner implements SqlRunner {

  private final Connection connection;
  private final Engine engine;
  private final Runnable beforeBatch;
  private final Map<TrafficSql, PreparedStatement> prepared = new EnumMap<>(TrafficSql.class);

  PreparedRunner(Connection connection, Engine engine) {
    this(connection, engine, () -> {});
  }

  /**
   * @param beforeBatch runs between the last {@code addBatch} and the batch
   */
  PreparedRunner(Connection connection, Engine engine, Runnable beforeBatch) {
    this.connection = connection;
    this.engine = engine;
    this.beforeBatch = beforeBatch;
  }

  @Override
  public int update(TrafficSql sql, Object... arguments) throws SQLException {
    return bound(sql, arguments).executeUpdate();
  }

  @Override
  public int[] batch(TrafficSql sql, List<Object[]> rows) throws SQLException {
    for (Object[] row : rows) {
      bound(sql, row).addBatch();
    }
    beforeBatch.run();
    return prepared(sql).executeBatch();
  }

  @Override
  public Optional<Row> row(TrafficSql sql, Object... arguments) throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      return SqlRunner.read(rows);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }

  private PreparedStatement bound(TrafficSql sql, Object... arguments) throws SQLException {
    PreparedStatement statement = prepared(sql);
    for (int index = 1; index <= arguments.length; index++) {
      statement.setObject(index, arguments[index - 1]);
    }
    return statement;
  }

  private PreparedStatement prepared(TrafficSql sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql.sql(engine));
      prepared.put(sql, statement);
    }
    return statement;
  }
}
