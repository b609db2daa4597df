package dev.lacuna.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * Writes {@code return new Wrapper(origin, delegate)}.
 *
 * @param wrapper the generated class, which has the base class's constructor
 */
record Make(String wrapper, Constructor<?> constructor) implements MethodBody {

  @Override
  public void write(Code code, Method method) {
    Class<?>[] types = constructor.getParameterTypes();
    code.newObject(wrapper);
    code.loadReference(1);
    code.cast(types[0]);
    code.loadReference(2);
    code.cast(types[1]);
    code.construct(wrapper, constructor);
    code.returns(Object.class);
  }
}
