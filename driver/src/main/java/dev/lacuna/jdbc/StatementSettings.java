package dev.lacuna.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an application has set on a statement, JDBC's settings and the driver's own. */
final class StatementSettings {

  private record Setting(MethodHandle getter, MethodHandle setter) {}

  private static final ClassValue<List<Setting>> VENDOR_SETTINGS =
      new ClassValue<>() {
        @Override
        protected List<Setting> computeValue(Class<?> type) {
          return vendorSettings(type);
        }
      };

  private static final ClassValue<Optional<MethodHandle>> PREPARE_THRESHOLD =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return vendorMethods(type)
              .filter(method -> method.getName().equals("setPrepareThreshold"))
              .findFirst()
              .map(StatementSettings::handle);
        }
      };

  private StatementSettings() {}

  /** Sets on one statement what is set on another of the same class. */
  static void copy(Statement from, Statement to) throws SQLException {
    to.setFetchSize(from.getFetchSize());
    to.setFetchDirection(from.getFetchDirection());
    to.setMaxRows(from.getMaxRows());
    to.setMaxFieldSize(from.getMaxFieldSize());
    to.setQueryTimeout(from.getQueryTimeout());
    to.setPoolable(from.isPoolable());
    if (from.isCloseOnCompletion()) {
      to.closeOnCompletion();
    }
    for (Setting setting : VENDOR_SETTINGS.get(from.getClass())) {
      invoke(setting.setter(), to, invoke(setting.getter(), from));
    }
  }

  /** Has the server plan the statement anew each time it runs (pgjdbc: a threshold of 0). */
  static void keepNoPlan(Statement statement) throws SQLException {
    Optional<MethodHandle> threshold = PREPARE_THRESHOLD.get(statement.getClass());
    if (threshold.isPresent()) {
      invoke(threshold.get(), statement, 0);
    }
  }

  private static List<Setting> vendorSettings(Class<?> type) {
    List<Setting> settings = new ArrayList<>();
    List<Method> methods = vendorMethods(type).toList();
    for (Method getter : methods) {
      if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
        methods.stream()
            .filter(setter -> isSetterFor(getter, setter))
            .findFirst()
            .ifPresent(setter -> settings.add(new Setting(handle(getter), handle(setter))));
      }
    }
    return List.copyOf(settings);
  }

  private static boolean isSetterFor(Method getter, Method setter) {
    return setter.getName().equals("set" + getter.getName().substring("get".length()))
        && setter.getParameterCount() == 1
        && setter.getParameterTypes()[0] == getter.getReturnType();
  }

  private static Stream<Method> vendorMethods(Class<?> type) {
    return Surface.of(type).interfaces().stream()
        .filter(each -> !each.getName().startsWith("java."))
        .flatMap(each -> Stream.of(each.getDeclaredMethods()));
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.publicLookup().unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A public interface's method is closed: " + method, e);
    }
  }

  private static @Nullable Object invoke(MethodHandle method, @Nullable Object... arguments)
      throws SQLException {
    try {
      return method.invokeWithArguments(arguments);
    } catch (SQLException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("A setting of the driver's failed", e);
    }
  }
}
