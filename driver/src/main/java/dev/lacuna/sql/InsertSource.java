package dev.lacuna.sql;

import java.util.List;

/** Where the rows of an {@code INSERT} come from. */
public sealed interface InsertSource {

  /** The tokens of the source. */
  Range range();

  /**
   * {@code VALUES (…), (…)}, MySQL's {@code VALUE (…)} and {@code VALUES ROW(…)}.
   *
   * @param rows the tokens of each value of each row; of MySQL's {@code ()} none
   */
  record Values(Range range, List<List<Range>> rows) implements InsertSource {}

  /**
   * A query.
   *
   * @param block the block of its first {@code SELECT}
   */
  record Query(Range range, int block) implements InsertSource {}

  /**
   * MySQL's {@code SET a = 1, b = 2}.
   *
   * @param range the word {@code SET} first
   */
  record Assigned(Range range, List<Assignment> assignments) implements InsertSource {}

  /** {@code DEFAULT VALUES}. */
  record Defaults(Range range) implements InsertSource {}
}
