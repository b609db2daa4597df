package dev.lacuna.wrappers;

import dev.lacuna.jdbc.LacunaWrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows every method that asks an object for another, through all its interfaces and those of
 * what it returns, the vendor's own included, and finds the ways that end at an object of the
 * driver's which Lacuna should have wrapped.
 */
final class Explorer {

  /** What ends the object, or what it has made before. */
  private static final Set<String> LEFT_ALONE =
      Set.of("close", "free", "abort", "execute", "executeQuery", "executeBatch");

  private static final List<Class<?>> WRAPPED =
      List.of(Connection.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

  private static final List<Class<?>> FOLLOWED =
      List.of(
          Array.class,
          Blob.class,
          Clob.class,
          ParameterMetaData.class,
          Ref.class,
          ResultSetMetaData.class,
          SQLXML.class,
          Savepoint.class,
          Struct.class);

  private static final int FURTHEST = 6;

  /** An object, and how it was come by. */
  private record Place(Object object, String way, int distance) {}

  private final Deque<Place> open = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> waysOut = new TreeSet<>();

  private Explorer() {}

  /** The ways from some objects to what is not wrapped. */
  static Collection<String> waysOutOf(Object... starts) {
    Explorer explorer = new Explorer();
    for (Object start : starts) {
      explorer.visit(new Place(start, start.getClass().getSuperclass().getSimpleName(), 0));
    }
    while (!explorer.open.isEmpty()) {
      explorer.follow(explorer.open.remove());
    }
    return explorer.waysOut;
  }

  private void follow(Place place) {
    methods(place.object())
        .filter(Explorer::asks)
        .forEach(
            method -> {
              Object found = call(method, place.object());
              if (found != null) {
                visit(
                    new Place(
                        found, place.way() + "." + method.getName() + "()", place.distance() + 1));
              }
            });
  }

  private static Stream<Method> methods(Object object) {
    boolean ours = object instanceof LacunaWrapper;
    return Stream.of(object.getClass().getMethods())
        .filter(method -> ours || isOfAPublicType(method))
        .sorted((one, other) -> one.toString().compareTo(other.toString()));
  }

  private static boolean isOfAPublicType(Method method) {
    return Modifier.isPublic(method.getDeclaringClass().getModifiers());
  }

  private static boolean asks(Method method) {
    return method.getParameterCount() == 0
        && !method.getReturnType().isPrimitive()
        && method.getDeclaringClass() != Object.class
        && !LEFT_ALONE.contains(method.getName());
  }

  /** A driver may refuse; what it refuses is no way. */
  private static @Nullable Object call(Method method, Object object) {
    try {
      return method.invoke(object);
    } catch (InvocationTargetException refused) {
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void visit(Place place) {
    boolean wrapped = place.object() instanceof LacunaWrapper;
    if (!wrapped && isOneOf(WRAPPED, place.object())) {
      waysOut.add(place.way());
    } else if ((wrapped || isOneOf(FOLLOWED, place.object()))
        && place.distance() < FURTHEST
        && seen.add(place.object().getClass().getName())) {
      open.add(place);
    }
  }

  private static boolean isOneOf(List<Class<?>> types, Object object) {
    return types.stream().anyMatch(type -> type.isInstance(object));
  }
}
