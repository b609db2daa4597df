package dev.lacuna.jdbc;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * One of the ways to run what a statement already holds: a prepared text, or a batch. It may be run
 * again, on another of the driver's statements.
 *
 * @param <S> {@code Statement} or {@code PreparedStatement}
 * @param <R> what the way of running returns
 */
@FunctionalInterface
public interface StatementCall<S extends Statement, R> {

  /**
   * Runs the statement.
   *
   * @param statement the driver's statement, not the wrapper
   * @throws SQLException what the driver throws, untouched
   */
  R on(S statement) throws SQLException;
}
