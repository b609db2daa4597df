package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import dev.lacuna.schema.TableKnowledge;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database that a statement runs in. Connector/J's statements stay in the one that was current
 * when they were made: each execution goes there and back (9.7.0: tried). Tables have to be looked
 * up there, too.
 *
 * <p>Belongs to one connection and is as thread-safe as it is.
 */
final class StatementDatabase {

  private static final ClassValue<Optional<MethodHandle>> OWN =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return getter(type, "getCurrentDatabase");
        }
      };

  private static final ClassValue<Optional<MethodHandle>> CURRENT =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return getter(type, "getDatabase");
        }
      };

  private final boolean mayDiffer;
  private final Connection connection;
  private final TableKnowledge knowledge;

  /** For a connection of the real driver. */
  StatementDatabase(Engine engine, Connection connection, TableKnowledge knowledge) {
    this.mayDiffer = engine == Engine.MYSQL;
    this.connection = connection;
    this.knowledge = knowledge;
  }

  /** A stay of the connection in another database. */
  interface Stay extends AutoCloseable {

    /** Goes back. */
    @Override
    void close() throws SQLException;
  }

  /** Goes to the database of a statement; returns null where the connection is there already. */
  @Nullable Stay enter(Statement statement) throws SQLException {
    if (!mayDiffer) {
      return null;
    }
    String own = name(OWN.get(statement.getClass()), statement);
    String current = name(CURRENT.get(connection.getClass()), connection);
    if (own.isEmpty() || current.isEmpty() || own.equals(current)) {
      return null;
    }
    go(own);
    return () -> go(current);
  }

  /** By catalog or by schema: the driver heeds the one that its {@code databaseTerm} says. */
  private void go(String database) throws SQLException {
    connection.setCatalog(database);
    connection.setSchema(database);
    knowledge.forgetAll();
  }

  private static String name(Optional<MethodHandle> getter, Object target) {
    if (getter.isEmpty()) {
      return "";
    }
    try {
      Object name = (Object) getter.get().invokeExact(target);
      return name == null ? "" : (String) name;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("The driver does not tell a database's name", e);
    }
  }

  private static Optional<MethodHandle> getter(Class<?> type, String name) {
    return Surface.of(type).interfaces().stream()
        .flatMap(each -> Stream.of(each.getMethods()))
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .filter(method -> method.getReturnType() == String.class)
        .findFirst()
        .map(StatementDatabase::handle);
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A public interface's method is closed: " + method, e);
    }
  }
}
