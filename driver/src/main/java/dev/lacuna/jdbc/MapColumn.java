package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code return source(index).method(position(index), others…)}, where the index is the
 * first argument or, if that is a label, what {@code findColumn} finds for it.
 *
 * @param byIndex the method that takes the index: the one that is written, or its twin
 */
record MapColumn(BaseClass base, Method byIndex) implements MethodBody {

  private static final Method SOURCE = Methods.named(MappedResultSet.class, "source");
  private static final Method POSITION = Methods.named(MappedResultSet.class, "position");
  private static final Method FIND_COLUMN = Methods.named(MappedResultSet.class, "findColumn");

  /** Null for a method that speaks of no column. */
  static @Nullable MapColumn of(BaseClass base, Method method) {
    if (!MappedResultSet.class.isAssignableFrom(base.type()) || !speaksOfAColumn(method)) {
      return null;
    }
    Method byIndex = byIndex(method);
    return byIndex == null ? null : new MapColumn(base, byIndex);
  }

  private static boolean speaksOfAColumn(Method method) {
    Class<?>[] types = method.getParameterTypes();
    return (method.getName().startsWith("get") || method.getName().startsWith("update"))
        && types.length > 0
        && (types[0] == int.class || types[0] == String.class);
  }

  private static @Nullable Method byIndex(Method method) {
    Class<?>[] types = method.getParameterTypes();
    types[0] = int.class;
    try {
      return method.getDeclaringClass().getMethod(method.getName(), types);
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  @Override
  public void write(Code code, Method method) {
    int index = method.getParameterTypes()[0] == int.class ? 1 : find(code, method);
    Forward.adopting(base, code, method, () -> call(code, method, index));
    code.returns(method.getReturnType());
  }

  /** Leaves the index in a new local variable. */
  private static int find(Code code, Method method) {
    int local = Code.localsOf(method);
    code.loadThis();
    code.loadReference(1);
    code.invoke(FIND_COLUMN);
    code.storeInt(local);
    return local;
  }

  private void call(Code code, Method method, int index) {
    code.loadThis();
    code.loadInt(index);
    code.invoke(SOURCE);
    code.loadThis();
    code.loadInt(index);
    code.invoke(POSITION);
    code.loadArguments(method, 1);
    code.invoke(byIndex);
  }
}
