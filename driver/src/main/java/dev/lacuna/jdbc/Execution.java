package dev.lacuna.jdbc;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * One of the many ways to run a text on a statement: {@code execute}, {@code executeQuery}, {@code
 * executeUpdate}, {@code executeLargeUpdate}, with or without generated keys. It may be run again
 * with another text.
 *
 * @param <R> what the way of running returns
 */
@FunctionalInterface
public interface Execution<R> {

  /**
   * Runs the text.
   *
   * @param statement the driver's statement, not the wrapper
   * @throws SQLException what the driver throws, untouched
   */
  R run(Statement statement, String sql) throws SQLException;
}
