package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Type;

/** Writes {@code bind(BINDER, index, new Object[] {arguments…})}. */
record Bind() implements MethodBody {

  private static final Method BIND = Methods.named(BindingStatement.class, "bind");
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
    code.invoke(BIND);
    code.returns(void.class);
  }
}
