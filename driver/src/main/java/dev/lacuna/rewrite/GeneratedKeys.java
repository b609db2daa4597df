package dev.lacuna.rewrite;

import java.util.List;

/**
 * Which generated keys the application asked for with a statement.
 *
 * @param all whether it asked by the flag, for what the driver takes as keys
 * @param names the columns that it asked for by name, as it spelt them
 */
public record GeneratedKeys(boolean all, List<String> names) {

  /** It asked for none. */
  public static final GeneratedKeys NONE = new GeneratedKeys(false, List.of());

  /** It asked by {@link java.sql.Statement#RETURN_GENERATED_KEYS}. */
  public static final GeneratedKeys ALL = new GeneratedKeys(true, List.of());

  public GeneratedKeys {
    names = List.copyOf(names);
  }

  /** It asked for columns by name. */
  public static GeneratedKeys named(String... names) {
    return new GeneratedKeys(false, List.of(names));
  }

  /** Whether it asked for none. */
  public boolean isNone() {
    return !all && names.isEmpty();
  }
}
