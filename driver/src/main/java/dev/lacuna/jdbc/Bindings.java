package dev.lacuna.jdbc;

import dev.lacuna.rewrite.ParameterMap;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
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

  private static final @Nullable Binding[] NONE = {};

  private static final class Binding {

    private final Binder binder;
    private final @Nullable Object[] arguments;

    Binding(Binder binder, @Nullable Object[] arguments) {
      this.binder = binder;
      this.arguments = arguments;
    }

    void applyTo(PreparedStatement statement, ParameterMap markers, int parameter)
        throws SQLException {
      for (int i = 0; i < markers.markerCount(parameter); i++) {
        binder.apply(statement, markers.marker(parameter, i), Streams.fresh(arguments));
      }
    }
  }

  /** By their parameters, from 0. */
  private @Nullable Binding[] byParameter = NONE;

  /**
   * Binds a value, and keeps it if the driver takes it.
   *
   * @throws SQLException what the setter throws, or a stream
   */
  void bind(
      PreparedStatement statement,
      ParameterMap markers,
      int parameter,
      Binder binder,
      @Nullable Object[] arguments)
      throws SQLException {
    Binding binding = new Binding(binder, Streams.keep(arguments));
    binding.applyTo(statement, markers, parameter);
    keep(parameter, binding);
  }

  /** Keeps a value that the driver has taken; there is no stream in it. */
  void keep(int parameter, Binder binder, @Nullable Object[] arguments) {
    keep(parameter, new Binding(binder, arguments));
  }

  private void keep(int parameter, Binding binding) {
    if (parameter > byParameter.length) {
      byParameter =
          Arrays.copyOf(byParameter, Math.max(Math.max(parameter, 6), 2 * byParameter.length));
    }
    byParameter[parameter - 1] = binding;
  }

  /** Binds all values, in the order of the parameters. */
  void applyTo(PreparedStatement statement, ParameterMap markers) throws SQLException {
    for (int i = 0; i < byParameter.length; i++) {
      Binding binding = byParameter[i];
      if (binding != null) {
        binding.applyTo(statement, markers, i + 1);
      }
    }
  }

  Bindings copy() {
    Bindings copy = new Bindings();
    copy.byParameter = byParameter.clone();
    return copy;
  }

  void clear() {
    byParameter = NONE;
  }
}
