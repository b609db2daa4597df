package dev.lacuna.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are prepared in the driver, and not at the server, where the driver
 * has a choice: Connector/J's {@code clientPrepareStatement} has the parameters of {@code
 * prepareStatement}.
 */
final class ClientPreparing implements InvocationHandler {

  private static final ClassValue<Boolean> HAS_CHOICE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return clientPreparing(type, String.class) != null;
        }
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
    Method called =
        method.getName().equals("prepareStatement")
            ? clientPreparing(connection.getClass(), method.getParameterTypes())
            : method;
    try {
      return (called == null ? method : called).invoke(connection, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
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
