package dev.lacuna.jdbc;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

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
   * Runs a text on a plain statement.
   *
   * @param statement the application's statement; its {@code delegate()} is the driver's
   * @param execution may be run more than once; the result of the last run is what the statement's
   *     {@code getResultSet} and {@code getUpdateCount} show
   */
  default <R> R execute(LacunaStatement statement, String sql, Execution<R> execution)
      throws SQLException {
    return execution.run(statement.delegate(), sql);
  }

  /** Adds a text to a plain statement's batch. */
  default void addBatch(LacunaStatement statement, String sql) throws SQLException {
    statement.delegate().addBatch(sql);
  }

  /** Runs a plain statement's batch: {@code executeBatch} or {@code executeLargeBatch}. */
  default <R> R executeBatch(LacunaStatement statement, StatementCall<Statement, R> call)
      throws SQLException {
    return call.on(statement.delegate());
  }

  /**
   * Prepares a text.
   *
   * @return the application's statement, a wrapper that was made by the connection
   */
  default PreparedStatement prepare(
      LacunaConnection connection, String sql, Preparation<PreparedStatement> preparation)
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
