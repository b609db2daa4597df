package dev.lacuna.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are prepared in the driver, and not at the server, where the driver
 * has a choice: Connector/J's {@code clientPrepareStatement} has the parameters of {@code
 * prepareStatement}, and MariaDB's {@code prepareInternal} all that they can say.
 */
final class ClientPreparing implements InvocationHandler {

  private static final ClassValue<Choice> CHOICES =
      new ClassValue<>() {
        @Override
        protected Choice computeValue(Class<?> type) {
          return Choice.of(type);
        }
      };

  private final Connection connection;

  private ClientPreparing(Connection connection) {
    this.connection = connection;
  }

  /** The connection itself where the driver has no choice. */
  static Connection of(Connection connection) {
    return CHOICES.get(connection.getClass()).isThere()
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
    try {
      return CHOICES.get(connection.getClass()).invoke(connection, method, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * What a driver has besides {@code prepareStatement}.
   *
   * @param client by the parameters that they take: Connector/J's {@code clientPrepareStatement}
   * @param internal MariaDB's {@code prepareInternal}
   */
  private record Choice(Map<List<Class<?>>, Method> client, @Nullable Method internal) {

    private static final Class<?>[] INTERNAL = {
      String.class, int.class, int.class, int.class, boolean.class
    };

    static Choice of(Class<?> type) {
      Map<List<Class<?>>, Method> client = new HashMap<>();
      Surface.of(type).interfaces().stream()
          .flatMap(each -> Stream.of(each.getMethods()))
          .filter(method -> method.getName().equals("clientPrepareStatement"))
          .forEach(method -> client.put(List.of(method.getParameterTypes()), method));
      Method internal =
          Stream.of(type.getMethods())
              .filter(method -> method.getName().equals("prepareInternal"))
              .filter(method -> Arrays.equals(method.getParameterTypes(), INTERNAL))
              .findFirst()
              .orElse(null);
      return new Choice(Map.copyOf(client), internal);
    }

    boolean isThere() {
      return !client.isEmpty() || internal != null;
    }

    @Nullable Object invoke(
        Connection connection, Method method, @Nullable Object @Nullable [] given)
        throws ReflectiveOperationException {
      if (given == null || !method.getName().equals("prepareStatement")) {
        return method.invoke(connection, given);
      }
      if (internal != null) {
        return internal.invoke(connection, internally(given));
      }
      return client
          .getOrDefault(List.of(method.getParameterTypes()), method)
          .invoke(connection, given);
    }

    /**
     * The text, whether keys are asked for, type, concurrency, and whether the server prepares; as
     * mariadb-java-client 3.5 calls it, which gives the keys where a type is asked for.
     */
    private static @Nullable Object[] internally(@Nullable Object[] given) {
      boolean typed = given.length > 2;
      Object keys = Statement.RETURN_GENERATED_KEYS;
      if (given.length == 1) {
        keys = Statement.NO_GENERATED_KEYS;
      } else if (given.length == 2 && given[1] instanceof Integer asked) {
        keys = asked;
      }
      return new @Nullable Object[] {
        given[0],
        keys,
        typed ? given[1] : ResultSet.TYPE_FORWARD_ONLY,
        typed ? given[2] : ResultSet.CONCUR_READ_ONLY,
        false
      };
    }
  }
}
