package dev.lacuna.jdbc;

import dev.lacuna.rewrite.GeneratedKeys;
import dev.lacuna.rewrite.StarShape;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What Lacuna does with the SQL text that passes through one connection. Every method that takes
 * SQL text, and no other, comes by here; each default sends the text as it came.
 *
 * <p>A session belongs to one connection and needs to be no more thread-safe than the driver's
 * connection is. What it throws reaches the application as it is.
 */
public interface Session {

  /** Sends everything as it came. */
  Session TRANSPARENT = new Session() {};

  /**
   * A session like this one, for another of the driver's connections: one that this one's leads to,
   * behind a URL with several hosts.
   */
  default Session another(Connection connection) {
    return this;
  }

  /**
   * Runs a text on a plain statement.
   *
   * @param statement the application's statement; its {@code delegate()} is the driver's
   * @param keys the generated keys that the application asked for
   * @param execution may be run more than once; the result of the last run is what the statement's
   *     {@code getResultSet} and {@code getUpdateCount} show
   */
  default <R> R execute(
      LacunaStatement statement, String sql, GeneratedKeys keys, Execution<R> execution)
      throws SQLException {
    return execution.run(statement.delegate(), sql);
  }

  /**
   * Gives the result set of a statement to the application.
   *
   * @param shape where missing columns belong in it; null where it is complete
   */
  default LacunaResultSet resultSet(
      LacunaWrapper statement, ResultSet raw, @Nullable StarShape shape) throws SQLException {
    return LacunaResultSet.wrap(statement, raw);
  }

  /** Answers {@link DatabaseMetaData#getColumns}. */
  default ResultSet columns(
      LacunaConnection connection, DatabaseMetaData metaData, ColumnPatterns patterns)
      throws SQLException {
    return patterns.of(metaData);
  }

  /** Hears that a text ran that may have changed what tables have. */
  default void schemaChanged() {}

  /** Tables may have changed, for others too. */
  default void tablesChanged() {}

  /** Hears that a transaction may have ended: by commit, roll-back or a change of auto-commit. */
  default void transactionEnded() {}

  /** What was done so far for connections like this one. */
  default Statistics statistics() {
    return new Statistics(0, 0, 0, 0);
  }

  /** Adds a text to a plain statement's batch. */
  default void addBatch(LacunaStatement statement, String sql) throws SQLException {
    statement.delegate().addBatch(sql);
  }

  /** Runs a plain statement's batch: {@code executeBatch} or {@code executeLargeBatch}. */
  default <R> R executeBatch(LacunaStatement statement, BatchCall<R> call) throws SQLException {
    return call.on(statement.delegate());
  }

  /**
   * Prepares a text.
   *
   * @param keys the generated keys that the application asked for
   * @return the application's statement, a wrapper that was made by the connection
   */
  default PreparedStatement prepare(
      LacunaConnection connection,
      String sql,
      GeneratedKeys keys,
      Preparation<PreparedStatement> preparation)
      throws SQLException {
    return LacunaPreparedStatement.wrap(
        connection, preparation.prepare(connection.delegate(), sql));
  }

  /**
   * Prepares a call.
   *
   * @return the application's statement, a wrapper that was made by the connection
   */
  default CallableStatement prepareCall(
      LacunaConnection connection, String sql, Preparation<CallableStatement> preparation)
      throws SQLException {
    return LacunaCallableStatement.wrap(
        connection, preparation.prepare(connection.delegate(), sql));
  }
}
