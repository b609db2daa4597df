package dev.lacuna.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ON CONFLICT}, or MySQL's {@code ON DUPLICATE KEY UPDATE}.
 *
 * @param range all its tokens
 * @param target the tokens of the index columns or constraint, empty where none is named
 * @param assignments those of {@code DO UPDATE}; empty for {@code DO NOTHING}
 * @param row the name that MySQL's statement has for the row that was to be inserted
 * @param where the condition of {@code DO UPDATE}, without the word {@code WHERE}
 */
public record Conflict(
    Range range,
    Range target,
    List<Assignment> assignments,
    @Nullable RowAlias row,
    @Nullable Range where) {

  /**
   * {@code AS new (a, b)} behind the rows of an {@code INSERT}.
   *
   * @param name normalised
   * @param columns the names of its columns, normalised; empty where they are the table's
   */
  public record RowAlias(String name, List<String> columns) {

    public RowAlias {
      columns = List.copyOf(columns);
    }
  }
}
