package dev.lacuna.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One of the setters of a prepared statement's parameters, JDBC's or the driver's own, as an object
 * that can be kept, and applied to any statement and parameter later.
 *
 * <p>A constant of the generated class that has the setter; immutable, for any number of threads.
 */
public final class Binder {

  private static final MethodType APPLY =
      MethodType.methodType(void.class, PreparedStatement.class, int.class, Object[].class);

  private final String name;
  private final MethodHandle setter;

  private Binder(String name, MethodHandle setter) {
    this.name = name;
    this.setter = setter;
  }

  /**
   * Makes the constant; called by the JVM, once a setter.
   *
   * @param owner the interface that declares the setter
   * @param type of the setter, without the owner
   */
  public static Binder bootstrap(
      MethodHandles.Lookup caller,
      String name,
      Class<Binder> constant,
      Class<?> owner,
      MethodType type)
      throws ReflectiveOperationException {
    MethodHandle setter =
        caller
            .findVirtual(owner, name, type)
            .asSpreader(Object[].class, type.parameterCount() - 1)
            .asType(APPLY);
    return new Binder(name, setter);
  }

  /**
   * Calls the setter.
   *
   * @param statement the driver's statement
   * @param index of the parameter, from 1
   * @param arguments all but the index
   * @throws SQLException what the driver throws, untouched
   */
  public void apply(PreparedStatement statement, int index, @Nullable Object[] arguments)
      throws SQLException {
    try {
      setter.invokeExact(statement, index, arguments);
    } catch (SQLException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable undeclared) {
      // No setter of JDBC's declares another; a driver's own might.
      throw new IllegalStateException(name + " failed", undeclared);
    }
  }

  /** The setter's name. */
  @Override
  public String toString() {
    return name;
  }
}
