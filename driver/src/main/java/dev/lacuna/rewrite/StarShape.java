package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import java.util.List;

/**
 * A result with a star in it that was sent as it came: where the missing columns belong.
 *
 * @param before how many columns stand in front of the star
 * @param behind how many columns stand behind it
 * @param columns the declared columns of the table whose columns end the star; those that the
 *     result has not are shown at their declared places, one after the other
 * @param missing those of them that the table was known to lack
 * @param caseless whether names that differ in case alone are the same
 */
public record StarShape(
    int before,
    int behind,
    List<DeclaredColumn> columns,
    List<DeclaredColumn> missing,
    boolean caseless) {

  public StarShape {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }
}
