package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes what a setter does. One that takes streams, or what may hold one, is {@code bind(BINDER,
 * index, new Object[] {arguments…})}. Of any other the driver's setter is called by itself, where
 * one marker of the driver's statement takes the value:
 *
 * <pre>{@code
 * if (marker(index) != 0) {
 *   prepared.setter(marker(index), arguments…);
 *   keep(BINDER, index, new Object[] {arguments…});
 * } else {
 *   bind(BINDER, index, new Object[] {arguments…});
 * }
 * }</pre>
 */
record Bind(BaseClass base) implements MethodBody {

  private static final Method BIND = Methods.named(BindingStatement.class, "bind");
  private static final Method MARKER = Methods.named(BindingStatement.class, "marker");
  private static final Method KEEP = Methods.named(BindingStatement.class, "keep");
  private static final Method BOOTSTRAP = Methods.named(Binder.class, "bootstrap");

  /** Setters of the statement, such as {@code setMaxRows}, take one argument. */
  static boolean fits(BaseClass base, Method method) {
    Class<?>[] types = method.getParameterTypes();
    return BindingStatement.class.isAssignableFrom(base.type())
        && method.getName().startsWith("set")
        && method.getReturnType() == void.class
        && types.length >= 2
        && types[0] == int.class;
  }

  @Override
  public void write(Code code, Method method) {
    if (!takesValuesOnly(method)) {
      keeping(code, method, BIND);
      return;
    }
    loadMarker(code);
    code.ifElse(
        () -> {
          code.loadThis();
          code.read(base.delegate());
          loadMarker(code);
          code.loadArguments(method, 1);
          code.invoke(method);
          keeping(code, method, KEEP);
        },
        () -> keeping(code, method, BIND));
  }

  private static void loadMarker(Code code) {
    code.loadThis();
    code.loadInt(1);
    code.invoke(MARKER);
  }

  /** Whether all the arguments are values that nobody can change or use up. */
  private static boolean takesValuesOnly(Method method) {
    for (Class<?> type : method.getParameterTypes()) {
      if (!type.isPrimitive() && type != String.class) {
        return false;
      }
    }
    return true;
  }

  private static void keeping(Code code, Method method, Method keeper) {
    code.loadThis();
    code.loadConstant(
        new ConstantDynamic(
            method.getName(),
            Type.getDescriptor(Binder.class),
            Code.handleOf(BOOTSTRAP),
            Type.getType(method.getDeclaringClass()),
            Type.getMethodType(Type.getMethodDescriptor(method))));
    code.loadInt(1);
    code.loadArgumentsAsArray(method, 1);
    code.invoke(keeper);
    code.returns(void.class);
  }
}
