package dev.lacuna.jdbc;

import java.lang.reflect.Method;

/** What a generated method does. */
sealed interface MethodBody permits Forward, Bind, MapColumn, Make {

  /** The body that a base class asks for, by what it extends. */
  static MethodBody of(BaseClass base, Method method) {
    if (Bind.fits(base, method)) {
      return new Bind(base);
    }
    MapColumn mapped = MapColumn.of(base, method);
    return mapped == null ? new Forward(base) : mapped;
  }

  void write(Code code, Method method);
}
