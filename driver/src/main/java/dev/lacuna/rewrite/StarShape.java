package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import java.util.List;

/**
 * A result with a star in it that was sent as it came: where the missing columns belong.
 *
 * @param before how many columns stand in front of the star
 * @param behind how many columns stand behind it
 * @param columns the declared columns of the table whose columns end the star; those that the
 *     result has not are shown at the star's end, in this order
 */
public record StarShape(int before, int behind, List<DeclaredColumn> columns) {

  public StarShape {
    columns = List.copyOf(columns);
  }
}
