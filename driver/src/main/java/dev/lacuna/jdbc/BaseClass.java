package dev.lacuna.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the generator has to know of a hand-written base class.
 *
 * @param delegate the field to forward to
 * @param written the methods that need no generating
 * @param demanded the methods that the classes declare without a body
 * @param adopters by the type that they adopt
 */
record BaseClass(
    Class<?> type,
    Constructor<?> constructor,
    Field delegate,
    Set<Signature> written,
    Set<Signature> demanded,
    Map<Class<?>, Method> adopters) {

  private static final Optional<Method> VENDORS =
      Optional.of(Methods.named(LacunaWrapper.class, "adoptVendors"));

  static BaseClass of(Class<?> type) {
    List<Method> methods =
        line(type).flatMap(each -> Stream.of(each.getDeclaredMethods())).toList();
    return new BaseClass(
        type,
        constructor(type),
        delegate(type),
        signatures(
            methods, modifiers -> Modifier.isPublic(modifiers) && !Modifier.isAbstract(modifiers)),
        signatures(methods, Modifier::isAbstract),
        methods.stream()
            .filter(method -> method.isAnnotationPresent(Adopts.class))
            .collect(
                Collectors.toMap(Method::getReturnType, Function.identity(), (near, far) -> near)));
  }

  /** A class in another loader calls the constructor, and casts to what it takes. */
  private static Constructor<?> constructor(Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    for (Class<?> each : constructor.getParameterTypes()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        throw new IllegalStateException(
            each.getName()
                + ", which the constructor of "
                + type.getName()
                + " takes, is not public");
      }
    }
    return constructor;
  }

  private static Set<Signature> signatures(List<Method> methods, IntPredicate modifiers) {
    return methods.stream()
        .filter(method -> modifiers.test(method.getModifiers()))
        .map(Signature::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Class<?>> line(Class<?> type) {
    return Stream.<Class<?>>iterate(type, each -> each != Object.class, Class::getSuperclass);
  }

  private static Field delegate(Class<?> type) {
    return line(type)
        .flatMap(each -> Stream.of(each.getDeclaredFields()))
        .filter(field -> field.isAnnotationPresent(Delegate.class))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Those of the driver's methods that the base class leaves open.
   *
   * @throws IllegalStateException if the base class, or one above it, says by an abstract method
   *     that it has to be written by hand
   */
  List<Method> open(Collection<Method> methods) {
    List<Method> open =
        methods.stream().filter(method -> !written.contains(Signature.of(method))).toList();
    for (Method method : open) {
      if (demanded.contains(Signature.of(method))) {
        throw new IllegalStateException(type.getName() + " does not implement " + method);
      }
    }
    return open;
  }

  /** What adopts the type that a method returns, or the JDBC type that a vendor's interface is. */
  Optional<Method> adopter(Method method) {
    Class<?> type = method.getReturnType();
    if (!type.isInterface()) {
      return Optional.ofNullable(adopters.get(type));
    }
    return adopters.keySet().stream()
        .filter(adopted -> adopted != Object.class && adopted.isAssignableFrom(type))
        .reduce((one, other) -> one.isAssignableFrom(other) ? other : one)
        .map(adopters::get)
        .or(() -> type.getName().startsWith("java.") ? Optional.empty() : VENDORS);
  }
}
