package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a driver's class can be cast to: its interfaces, and the methods that they ask for.
 *
 * @param interfaces in the order in which reflection gives the driver's
 */
record Surface(List<Class<?>> interfaces) {

  /** The interfaces that another class can implement. */
  static Surface of(Class<?> delegate) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> type = delegate; type != null; type = type.getSuperclass()) {
      addInterfaces(type, all);
    }
    return new Surface(all.stream().filter(Surface::canBeImplemented).toList());
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> each : type.getInterfaces()) {
      if (all.add(each)) {
        addInterfaces(each, all);
      }
    }
  }

  private static boolean isJdbc(Class<?> type) {
    return type.getPackageName().equals("java.sql");
  }

  private static boolean canBeImplemented(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && type.getModule().isExported(type.getPackageName())
        && !type.isSealed()
        && !type.isHidden()
        && resolves(type);
  }

  /** A type that a method mentions may not be there, if the driver uses it optionally. */
  private static boolean resolves(Class<?> type) {
    try {
      return type.getMethods() != null;
    } catch (LinkageError missing) {
      return false;
    }
  }

  Surface keeping(Predicate<Class<?>> condition) {
    return new Surface(interfaces.stream().filter(condition).toList());
  }

  /**
   * One method a signature, JDBC's own where a vendor's interface repeats it. Static and private
   * ones are nobody's to implement.
   */
  Collection<Method> methods() {
    Map<Signature, Method> methods = new LinkedHashMap<>();
    for (Class<?> type : jdbcFirst()) {
      for (Method method : type.getDeclaredMethods()) {
        Signature signature = Signature.of(method);
        if (isInherited(method) && !signature.isOfObject()) {
          methods.putIfAbsent(signature, method);
        }
      }
    }
    return methods.values();
  }

  private Set<Class<?>> jdbcFirst() {
    Set<Class<?>> sorted =
        new LinkedHashSet<>(interfaces.stream().filter(Surface::isJdbc).toList());
    sorted.addAll(interfaces);
    return sorted;
  }

  private static boolean isInherited(Method method) {
    return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
  }
}
