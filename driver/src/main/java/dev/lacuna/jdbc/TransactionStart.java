package dev.lacuna.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Optional;

/**
 * Tells whether the next statement begins a transaction: so that, should it fail, nothing but its
 * own doing is undone with it.
 */
@FunctionalInterface
interface TransactionStart {

  /** Nobody tells. */
  TransactionStart UNKNOWN = () -> false;

  /** In each answer the server says whether a transaction is open, which pgjdbc remembers. */
  ClassValue<Optional<Method>> STATE =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return Vendor.method(type, "getTransactionState");
        }
      };

  /** Says no where it cannot tell. */
  boolean isNext();

  /** For a connection of pgjdbc's; any other does not tell. */
  static TransactionStart of(Connection connection) {
    return STATE
        .get(connection.getClass())
        .<TransactionStart>map(
            state -> () -> String.valueOf(Vendor.call(connection, state)).equals("IDLE"))
        .orElse(UNKNOWN);
  }
}
