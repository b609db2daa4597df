package dev.lacuna.benchmarks.stub;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.ExceptionMethod;

/** Completes an abstract class: what it leaves out throws {@link UnsupportedOperationException}. */
final class Concrete {

  private Concrete() {}

  /**
   * What makes objects of the completed class, as cheaply as {@code new} does.
   *
   * @param type a class with a constructor of one parameter
   * @param parameter the type of that parameter
   */
  static <P, T> Function<P, T> of(Class<T> type, Class<P> parameter) {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<? extends T> completed =
        new ByteBuddy()
            .subclass(type)
            .name(type.getName() + "Completed")
            .method(isAbstract())
            .intercept(ExceptionMethod.throwing(UnsupportedOperationException.class))
            .make()
            .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
            .getLoaded();
    return factory(lookup, completed, parameter);
  }

  @SuppressWarnings("unchecked")
  private static <P, T> Function<P, T> factory(
      MethodHandles.Lookup lookup, Class<? extends T> completed, Class<P> parameter) {
    try {
      MethodHandle constructor =
          lookup.findConstructor(completed, MethodType.methodType(void.class, parameter));
      return (Function<P, T>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  constructor,
                  MethodType.methodType(completed, parameter))
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
