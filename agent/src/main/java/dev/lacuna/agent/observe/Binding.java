package dev.lacuna.agent.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as the application bound it: the setter and its arguments, the index being the first.
 *
 * @param types the setter's parameter types, as {@code (int,java.lang.String)}
 */
public record Binding(String method, String types, List<@Nullable Object> arguments) {

  /** Values never reach a text of any kind. */
  @Override
  public String toString() {
    return method + types;
  }
}
