package dev.lacuna.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that sees every value that the application binds, so that the values can be
 * given to another statement, or to another marker.
 *
 * <p>The generated class calls {@link #bind} in every method that is named {@code set…}, takes the
 * index of a parameter and something else, and returns nothing: JDBC's own, those of later JDKs,
 * and the driver's.
 */
public abstract class BindingStatement extends LacunaPreparedStatement {

  protected BindingStatement(LacunaConnection origin, PreparedStatement prepared) {
    super(origin, prepared);
  }

  /**
   * The marker of the driver's statement that takes the value of a parameter as the application
   * gives it, from 1; 0 if there is not one such. {@link #keep} is told when the driver has taken
   * it; where there is not one, {@link #bind} sees to both.
   *
   * @param index the application's, unchecked
   */
  protected abstract int marker(int index);

  /**
   * Keeps a value that the driver's statement has taken.
   *
   * @param index the application's, from 1
   * @param arguments of the setter, all but the index, no stream among them; the callee may keep
   *     the array
   */
  protected abstract void keep(Binder binder, int index, @Nullable Object[] arguments);

  /**
   * Takes a value in place of the driver's statement.
   *
   * @param index the application's, from 1, unchecked
   * @param arguments of the setter, all but the index; the callee may keep the array
   * @throws SQLException as the setter would
   */
  protected abstract void bind(Binder binder, int index, @Nullable Object[] arguments)
      throws SQLException;
}
