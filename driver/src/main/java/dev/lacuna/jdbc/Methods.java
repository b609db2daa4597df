package dev.lacuna.jdbc;

import java.lang.reflect.Method;

/** Looks up our own methods, which the generated ones call. */
final class Methods {

  private Methods() {}

  /** The one method of that name. */
  static Method named(Class<?> type, String name) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && !method.isBridge()) {
        return method;
      }
    }
    throw new IllegalStateException(type.getName() + " has no method " + name);
  }
}
