package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Looks up our own methods, which the generated ones call. */
final class Methods {

  private Methods() {}

  /** The one method of that name. */
  static Method named(Class<?> type, String name) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .findFirst()
        .orElseThrow();
  }
}
