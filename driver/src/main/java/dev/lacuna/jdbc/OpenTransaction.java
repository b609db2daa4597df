package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a transaction goes on that the application has begun by a statement of its own, so
 * that JDBC's auto-commit mode does not show it.
 */
@FunctionalInterface
interface OpenTransaction {

  /** Whether one goes on behind the next statement. */
  boolean goesOn() throws SQLException;

  /** For a connection of the real driver. */
  static OpenTransaction of(Engine engine, Connection connection) {
    return switch (engine) {
      case POSTGRESQL -> () -> beginsStayTheSame(connection);
      case MARIADB -> () -> "1".equals(ask(connection, "SELECT @@in_transaction"));
      case MYSQL -> () -> ofMySql(connection);
    };
  }

  /**
   * The time of the transaction's begin stays the same in it (PostgreSQL 18 manual, 9.9.5). One
   * look is not enough, as the driver's messages for one statement have times of their own.
   */
  private static boolean beginsStayTheSame(Connection connection) throws SQLException {
    String query = "SELECT pg_catalog.transaction_timestamp()";
    String first = ask(connection, query);
    return first != null && first.equals(ask(connection, query));
  }

  /**
   * MySQL's server says it with each answer, which Connector/J remembers; SQL cannot ask for it
   * without a privilege.
   */
  private static boolean ofMySql(Connection connection) throws SQLException {
    Object session = call(call(connection, "getSession"), "getServerSession");
    return Boolean.TRUE.equals(call(session, "inTransactionOnServer"));
  }

  private static Object call(Object target, String name) throws SQLException {
    for (Class<?> type : Surface.of(target.getClass()).interfaces()) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          return call(target, method);
        }
      }
    }
    throw new SQLException(
        "Lacuna cannot see whether a transaction goes on: the driver has no " + name, "HY000");
  }

  private static Object call(Object target, Method method) throws SQLException {
    try {
      return method.invoke(target);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A public interface's method is closed: " + method, e);
    } catch (InvocationTargetException e) {
      throw new SQLException("The driver does not tell whether a transaction goes on", "HY000", e);
    }
  }

  private static @Nullable String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
