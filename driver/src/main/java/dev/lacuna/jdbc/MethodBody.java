package dev.lacuna.jdbc;

import java.lang.reflect.Method;

/** What a generated method does. */
interface MethodBody {

  void write(Code code, Method method);
}
