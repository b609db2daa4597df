package dev.lacuna.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lacuna.jdbc.DriverClasses.Wrapped;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every class of every real driver that the wrappers may meet: the generated class has all its
 * public interfaces and an implementation of every method of theirs, so that no call can end in an
 * {@code AbstractMethodError}.
 */
class DriverSurfaceTest {

  @Test
  void drivers_haveTheClassesThatWeKnowOf() {
    assertThat(all().map(Wrapped::toString))
        .contains(
            "org.postgresql.jdbc.PgConnection",
            "org.postgresql.jdbc.PgPreparedStatement",
            "org.postgresql.jdbc.PgCallableStatement",
            "com.mysql.cj.jdbc.ConnectionImpl",
            "com.mysql.cj.jdbc.ServerPreparedStatement",
            "com.mysql.cj.jdbc.result.UpdatableResultSet",
            "com.mysql.cj.jdbc.ha.LoadBalancedMySQLConnection",
            "org.mariadb.jdbc.Connection",
            "org.mariadb.jdbc.ProcedureStatement",
            "org.mariadb.jdbc.client.result.UpdatableResult");
  }

  @ParameterizedTest
  @MethodSource("all")
  void wrapper_canBeCastToWhatTheDelegateCan(Wrapped wrapped) throws Exception {
    assertThat(publicInterfacesOf(wrapped.delegate()))
        .allMatch(type -> type.isAssignableFrom(generatedFor(wrapped)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void wrapper_implementsEveryMethodOfItsInterfaces(Wrapped wrapped) throws Exception {
    Class<?> generated = generatedFor(wrapped);

    assertThat(methodsOf(generated.getInterfaces()).map(Signature::of))
        .isNotEmpty()
        .isSubsetOf(implementedBy(generated));
  }

  static Stream<Wrapped> all() {
    return Stream.of(DriverClasses.postgres(), DriverClasses.mysql(), DriverClasses.mariadb())
        .flatMap(driver -> driver);
  }

  /** Initialised, and thereby verified by the JVM. */
  private static Class<?> generatedFor(Wrapped wrapped) {
    Class<?> generated = Generated.of(BaseClass.of(wrapped.base()), wrapped.delegate()).wrapper();
    try {
      return Class.forName(generated.getName(), true, generated.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<Class<?>> publicInterfacesOf(Class<?> type) {
    Set<Class<?>> found = new HashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Class<?> direct : each.getInterfaces()) {
        found.add(direct);
        found.addAll(publicInterfacesOf(direct));
      }
    }
    found.removeIf(each -> !Modifier.isPublic(each.getModifiers()));
    return found;
  }

  private static Stream<Method> methodsOf(Class<?>[] interfaces) {
    return Stream.of(interfaces)
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  private static List<Signature> implementedBy(Class<?> generated) {
    return Stream.<Class<?>>iterate(generated, type -> type != null, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isAbstract(method.getModifiers()))
        .map(Signature::of)
        .toList();
  }
}
