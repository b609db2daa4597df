package dev.lacuna.jdbc;

import java.lang.reflect.Method;

/**
 * Writes {@code return delegate.method(arguments…)}, and passes the result through the adopter of
 * its type where the base class has one.
 *
 * <p>There is no cast to the method's interface, whatever the field's type is. The verifier takes
 * any object for an interface (JVMS 17, 4.10.1.2), and {@code invokeinterface} looks for itself. A
 * {@code checkcast} would write to the class's one-element cache of secondary supertypes, for which
 * cores fight when an object is used by several interfaces (JDK-8180450).
 */
record Forward(BaseClass base) implements MethodBody {

  @Override
  public void write(Code code, Method method) {
    adopting(base, code, method, () -> call(code, method));
    code.returns(method.getReturnType());
  }

  private void call(Code code, Method method) {
    code.loadThis();
    code.read(base.delegate());
    code.loadArguments(method, 0);
    code.invoke(method);
  }

  /** Writes the call, and what adopts its result if something does. */
  static void adopting(BaseClass base, Code code, Method method, Runnable call) {
    Method adopter = base.adopter(method);
    if (adopter == null) {
      call.run();
      return;
    }
    code.loadThis();
    call.run();
    code.invoke(adopter);
  }
}
