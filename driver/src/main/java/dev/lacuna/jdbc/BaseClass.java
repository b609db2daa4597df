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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the generator has to know of a hand-written base class.
 *
 * @param delegate the field to forward to
 * @param written the methods that need no generating
 * @param adopters by the type that they adopt
 */
record BaseClass(
    Class<?> type,
    Constructor<?> constructor,
    Field delegate,
    Set<Signature> written,
    Map<Class<?>, Method> adopters) {

  static BaseClass of(Class<?> type) {
    List<Method> methods =
        line(type).flatMap(each -> Stream.of(each.getDeclaredMethods())).toList();
    return new BaseClass(
        type,
        type.getDeclaredConstructors()[0],
        delegate(type),
        methods.stream()
            .filter(method -> isWritten(method.getModifiers()))
            .map(Signature::of)
            .collect(Collectors.toUnmodifiableSet()),
        methods.stream()
            .filter(method -> method.isAnnotationPresent(Adopts.class))
            .collect(
                Collectors.toMap(Method::getReturnType, Function.identity(), (near, far) -> near)));
  }

  private static boolean isWritten(int modifiers) {
    return Modifier.isPublic(modifiers) && !Modifier.isAbstract(modifiers);
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

  /** Those of the driver's methods that the base class leaves open. */
  Stream<Method> open(Collection<Method> methods) {
    return methods.stream().filter(method -> !written.contains(Signature.of(method)));
  }

  MethodBody bodyOf(Method method) {
    return new Forward(this);
  }

  Optional<Method> adopter(Method method) {
    return Optional.ofNullable(adopters.get(method.getReturnType()));
  }
}
