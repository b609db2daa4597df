package dev.lacuna.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Connection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the driver's arrays lead back to the wrapper. They stay the driver's own objects, as
 * applications cast them and drivers take them back; but one that keeps its connection, as pgjdbc's
 * do for the result set of their elements, is given the wrapper to keep.
 */
final class OwnArrays {

  /** By the array's class. The values are of the JDK's own classes: see {@link WrapperFactory}. */
  private static final ClassValue<Optional<Field>> KEPT_CONNECTIONS =
      new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
          return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
              .flatMap(each -> Stream.of(each.getDeclaredFields()))
              .filter(OwnArrays::keepsAConnection)
              .findFirst()
              .filter(OwnArrays::isOpen);
        }
      };

  private OwnArrays() {}

  private static boolean keepsAConnection(Field field) {
    return Connection.class.isAssignableFrom(field.getType())
        && field.getType().isInterface()
        && !Modifier.isStatic(field.getModifiers())
        && !Modifier.isFinal(field.getModifiers());
  }

  /** A driver that is a module may keep it to itself; its arrays then stay as they are. */
  private static boolean isOpen(Field field) {
    try {
      field.setAccessible(true);
      return true;
    } catch (InaccessibleObjectException closed) {
      return false;
    }
  }

  /** Lets an array that the connection's driver made lead back to the connection. */
  static void leadBack(Array array, LacunaConnection connection) {
    Optional<Field> kept = KEPT_CONNECTIONS.get(array.getClass());
    if (kept.isPresent() && kept.get().getType().isInstance(connection)) {
      leadBack(array, kept.get(), connection);
    }
  }

  private static void leadBack(Array array, Field kept, LacunaConnection connection) {
    try {
      if (kept.get(array) == connection.delegate()) {
        kept.set(array, connection);
      }
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(kept + " was made accessible", impossible);
    }
  }
}
