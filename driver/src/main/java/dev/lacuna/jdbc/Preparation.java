package dev.lacuna.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * One of the ways to prepare a text: with a result set type, with generated keys, and so on. It
 * holds what the application asked for, so that another text can be prepared alike later.
 *
 * @param <S> {@code PreparedStatement} or {@code CallableStatement}
 */
@FunctionalInterface
public interface Preparation<S extends PreparedStatement> {

  /**
   * Prepares the text.
   *
   * @param connection the driver's connection, not the wrapper
   * @return the driver's statement
   * @throws SQLException what the driver throws, untouched
   */
  S prepare(Connection connection, String sql) throws SQLException;
}
