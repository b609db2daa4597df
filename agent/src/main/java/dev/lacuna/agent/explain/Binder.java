package dev.lacuna.agent.explain;

import dev.lacuna.agent.observe.Binding;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Binds values again, by the setters that the application used. */
final class Binder {

  private static final Map<String, Method> SETTERS =
      Arrays.stream(PreparedStatement.class.getMethods())
          .filter(method -> method.getName().startsWith("set"))
          .collect(Collectors.toUnmodifiableMap(Binder::key, method -> method, (one, same) -> one));

  private Binder() {}

  static void bind(PreparedStatement statement, List<Binding> bindings)
      throws SQLException, UnfitException {
    for (Binding binding : bindings) {
      Method setter = SETTERS.get(binding.method() + binding.types());
      if (setter == null) {
        throw new UnfitException("bound by a method of the driver's own");
      }
      try {
        setter.invoke(statement, binding.arguments().toArray());
      } catch (InvocationTargetException e) {
        throw e.getCause() instanceof SQLException failure
            ? failure
            : new SQLException("A value could not be bound again");
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("The setters of JDBC are public", e);
      }
    }
  }

  private static String key(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(",", "(", ")"));
  }
}
