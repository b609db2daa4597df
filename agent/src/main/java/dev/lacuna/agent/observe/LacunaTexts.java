package dev.lacuna.agent.observe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks objects of Lacuna's driver for their text. They are of another loader than the agent. */
final class LacunaTexts {

  private final Map<Class<?>, Method> methods = new ConcurrentHashMap<>();

  /** The {@code sql()} of an attempt or a translation; of a prepared text, that of its text. */
  String of(Object object) {
    Object text =
        object.getClass().getSimpleName().equals("PreparedText") ? call(object, "text") : object;
    return (String) call(text, "sql");
  }

  private Object call(Object object, String name) {
    Method method = methods.computeIfAbsent(object.getClass(), type -> accessible(type, name));
    try {
      return method.invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Lacuna's driver is of another version than its agent", e);
    }
  }

  private static Method accessible(Class<?> type, String name) {
    try {
      Method method = type.getDeclaredMethod(name);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Lacuna's driver is of another version than its agent", e);
    }
  }
}
