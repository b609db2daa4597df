package dev.lacuna.agent.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value as the application bound it: the setter and its arguments, the index being the first.
 *
 * @param types the setter's parameter types, as {@code (int,java.lang.String)}
 */
public record Binding(String method, String types, List<@Nullable Object> arguments) {

  /** An array is equal to one of the same elements. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Binding binding
        && method.equals(binding.method)
        && types.equals(binding.types)
        && Arrays.deepEquals(arguments.toArray(), binding.arguments.toArray());
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, types, Arrays.deepHashCode(arguments.toArray()));
  }

  /** Values never reach a text of any kind. */
  @Override
  public String toString() {
    return method + types;
  }
}
