package dev.lacuna.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the generator has to know of a hand-written base class. Two things are told by their form,
 * as to read annotations generates a class for each on a JVM that has just begun:
 *
 * <ul>
 *   <li>The field to forward to is the protected one whose type is what the constructor takes
 *       second: the JDBC interface of the driver's object.
 *   <li>A method {@code adopt} that returns what it takes is given all that the driver's methods of
 *       that return type return, and gives what the application gets; also of vendors' methods, and
 *       of those whose type is a vendor's extension of it. So no way back to the raw objects is
 *       forgotten.
 * </ul>
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

  private static final Method VENDORS = Methods.named(LacunaWrapper.class, "adoptVendors");

  /** In loops, not streams: it runs but once, before any compiler saw it. */
  static BaseClass of(Class<?> type) {
    Constructor<?> constructor = constructor(type);
    Set<Signature> written = new HashSet<>();
    Set<Signature> demanded = new HashSet<>();
    Map<Class<?>, Method> adopters = new HashMap<>();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (Modifier.isAbstract(method.getModifiers())) {
          demanded.add(Signature.of(method));
        } else if (Modifier.isPublic(method.getModifiers())) {
          written.add(Signature.of(method));
        }
        if (adopts(method)) {
          adopters.putIfAbsent(method.getReturnType(), method);
        }
      }
    }
    Field delegate = delegate(type, constructor.getParameterTypes()[1]);
    return new BaseClass(type, constructor, delegate, written, demanded, adopters);
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

  private static boolean adopts(Method method) {
    Class<?>[] taken = method.getParameterTypes();
    return method.getName().equals("adopt")
        && !method.isBridge()
        && taken.length == 1
        && taken[0] == method.getReturnType();
  }

  private static Field delegate(Class<?> base, Class<?> type) {
    for (Class<?> each = base; each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getType() == type && Modifier.isProtected(field.getModifiers())) {
          return field;
        }
      }
    }
    throw new IllegalStateException(
        base.getName() + " has no protected field of type " + type.getName());
  }

  /**
   * Those of the driver's methods that the base class leaves open.
   *
   * @throws IllegalStateException if the base class, or one above it, says by an abstract method
   *     that it has to be written by hand
   */
  List<Method> open(Collection<Method> methods) {
    List<Method> open = new ArrayList<>();
    for (Method method : methods) {
      Signature signature = Signature.of(method);
      if (written.contains(signature)) {
        continue;
      }
      if (demanded.contains(signature)) {
        throw new IllegalStateException(type.getName() + " does not implement " + method);
      }
      open.add(method);
    }
    return open;
  }

  /**
   * What adopts the type that a method returns, or the JDBC type that a vendor's interface is; null
   * if its result is given as it is.
   */
  @Nullable Method adopter(Method method) {
    Class<?> returned = method.getReturnType();
    if (!returned.isInterface()) {
      return adopters.get(returned);
    }
    Class<?> nearest = null;
    for (Class<?> adopted : adopters.keySet()) {
      if (adopted != Object.class
          && adopted.isAssignableFrom(returned)
          && (nearest == null || nearest.isAssignableFrom(adopted))) {
        nearest = adopted;
      }
    }
    if (nearest != null) {
      return adopters.get(nearest);
    }
    return returned.getName().startsWith("java.") ? null : VENDORS;
  }
}
