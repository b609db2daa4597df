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
 * <p>Of a stream its content is kept, so that it can be bound as often as need be.
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
        binder.apply(statement, marker, Streams.fresh(arguments));
      }
    }
  }

  private final Map<Integer, Binding> byParameter = new TreeMap<>();

  /**
   * Binds a value, and keeps it if the driver takes it.
   *
   * @throws SQLException what the setter throws, or a stream
   */
  void bind(
      PreparedStatement statement,
      Markers markers,
      int parameter,
      Binder binder,
      @Nullable Object[] arguments)
      throws SQLException {
    Binding binding = new Binding(binder, Streams.keep(arguments));
    binding.applyTo(statement, markers.of(parameter));
    byParameter.put(parameter, binding);
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
