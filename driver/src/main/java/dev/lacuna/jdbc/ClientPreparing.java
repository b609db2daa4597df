package dev.lacuna.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are prepared in the driver, and not at the server, where the driver
 * has a choice: Connector/J's {@code clientPrepareStatement} has the parameters of {@code
 * prepareStatement}, and MariaDB's {@code prepareInternal} all that they can say.
 */
final class ClientPreparing implements InvocationHandler {

  private static final ClassValue<Boolean> HAS_CHOICE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return clientPreparing(type, String.class) != null || internal(type) != null;
        }
      };

  private static final Class<?>[] INTERNAL = {
    String.class, int.class, int.class, int.class, boolean.class
  };

  private final Connection connection;

  private ClientPreparing(Connection connection) {
    this.connection = connection;
  }

  /** The connection itself where the driver has no choice. */
  static Connection of(Connection connection) {
    return HAS_CHOICE.get(connection.getClass())
        ? (Connection)
            Proxy.newProxyInstance(
                ClientPreparing.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ClientPreparing(connection))
        : connection;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    boolean prepares = method.getName().equals("prepareStatement");
    Method internal = prepares ? internal(connection.getClass()) : null;
    Method called =
        prepares ? clientPreparing(connection.getClass(), method.getParameterTypes()) : method;
    try {
      if (internal != null && given != null) {
        return internal.invoke(connection, internally(given));
      }
      return (called == null ? method : called).invoke(connection, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static @Nullable Method internal(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals("prepareInternal"))
        .filter(method -> Arrays.equals(method.getParameterTypes(), INTERNAL))
        .findFirst()
        .orElse(null);
  }

  /** The text, type, concurrency, whether keys are asked for, and whether the server prepares. */
  private static @Nullable Object[] internally(@Nullable Object[] given) {
    boolean typed = given.length > 2;
    Object keys = Statement.NO_GENERATED_KEYS;
    if (given.length == 2) {
      keys = given[1] instanceof Integer ? given[1] : Statement.RETURN_GENERATED_KEYS;
    }
    return new @Nullable Object[] {
      given[0],
      typed ? given[1] : ResultSet.TYPE_FORWARD_ONLY,
      typed ? given[2] : ResultSet.CONCUR_READ_ONLY,
      keys,
      false
    };
  }

  private static @Nullable Method clientPreparing(Class<?> type, Class<?>... parameters) {
    return Surface.of(type).interfaces().stream()
        .flatMap(each -> Stream.of(each.getMethods()))
        .filter(method -> method.getName().equals("clientPrepareStatement"))
        .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
        .findFirst()
        .orElse(null);
  }
}
