package dev.lacuna.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that are bound at the moment, to be bound again elsewhere. A later value for a
 * parameter takes the earlier one's place.
 *
 * <p>A stream or a reader is kept as it is: the driver may read it but once, when the statement
 * runs.
 *
 * <p>Not thread-safe, as no prepared statement's parameters are.
 */
final class Bindings {

  /** Where a value goes. */
  interface Markers {

    /** The indexes, from 1, of a parameter's markers in the text that the driver has. */
    int[] of(int parameter);
  }

  private static final class Binding {

    private final Binder binder;
    private final @Nullable Object[] arguments;

    Binding(Binder binder, @Nullable Object[] arguments) {
      this.binder = binder;
      this.arguments = arguments;
    }

    void applyTo(PreparedStatement statement, int[] markers) throws SQLException {
      for (int marker : markers) {
        binder.apply(statement, marker, arguments);
      }
    }
  }

  private final Map<Integer, Binding> byParameter = new TreeMap<>();

  void put(int parameter, Binder binder, @Nullable Object[] arguments) {
    byParameter.put(parameter, new Binding(binder, arguments));
  }

  /** Binds all values, in the order of the parameters. */
  void applyTo(PreparedStatement statement, Markers markers) throws SQLException {
    for (Map.Entry<Integer, Binding> entry : byParameter.entrySet()) {
      entry.getValue().applyTo(statement, markers.of(entry.getKey()));
    }
  }

  /** What is bound now, untouched by what is bound later: the values of one entry of a batch. */
  Bindings copy() {
    Bindings copy = new Bindings();
    copy.byParameter.putAll(byParameter);
    return copy;
  }

  void clear() {
    byParameter.clear();
  }
}
