package dev.lacuna.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls what a driver has beyond JDBC. The drivers' classes are not known when Lacuna is compiled,
 * and may be in another class loader.
 */
final class Vendor {

  private Vendor() {}

  /**
   * Calls a public method, if there is one of that name and those parameters.
   *
   * @return what it returns; empty if there is none, or it returns null
   */
  static Optional<Object> call(Object target, String name, Object... arguments) {
    Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    return method(target.getClass(), name, types).map(method -> call(target, method, arguments));
  }

  /**
   * A public method that objects of a class can be asked for, for {@link #call(Object, Method,
   * Object...)}.
   */
  static Optional<Method> method(Class<?> target, String name, Class<?>... types) {
    return types(target)
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getName().equals(name))
        .filter(method -> Arrays.equals(method.getParameterTypes(), types))
        .findFirst();
  }

  /** What the methods can be called through: its interfaces, and public classes. */
  private static Stream<Class<?>> types(Class<?> target) {
    Stream<Class<?>> classes =
        Stream.<Class<?>>iterate(target, type -> type != null, Class::getSuperclass)
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .filter(type -> type.getModule().isExported(type.getPackageName()));
    return Stream.concat(Surface.of(target).interfaces().stream(), classes);
  }

  /** Calls what {@link #method} has found. */
  static @Nullable Object call(Object target, Method method, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("The driver's " + method + " failed", e);
    }
  }
}
