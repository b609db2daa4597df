package dev.lacuna.jdbc;

import dev.lacuna.engine.Engine;
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
    return Vendor.call(connection, "getSession")
        .flatMap(session -> Vendor.call(session, "getServerSession"))
        .flatMap(session -> Vendor.call(session, "inTransactionOnServer"))
        .map(Boolean.TRUE::equals)
        .orElseThrow(
            () ->
                new SQLException(
                    "Lacuna cannot see whether a transaction goes on: the driver does not tell",
                    "HY000"));
  }

  private static @Nullable String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
