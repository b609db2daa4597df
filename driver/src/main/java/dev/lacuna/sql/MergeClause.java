package dev.lacuna.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code WHEN} of a {@code MERGE}.
 *
 * @param range all its tokens, the word {@code WHEN} first
 * @param match the rows that it is for
 * @param condition the tokens behind {@code AND}; null where there is none
 * @param then the token {@code THEN}
 * @param action what it does with such a row
 */
public record MergeClause(
    Range range, Match match, @Nullable Range condition, int then, Action action) {

  /** Which rows a clause is for; each sees other columns. */
  public enum Match {
    /** Rows of both: it sees the columns of both. */
    MATCHED,
    /** Rows of the target alone: it sees the target's columns. */
    NOT_MATCHED_BY_SOURCE,
    /** Rows of the source alone: it sees the source's columns. */
    NOT_MATCHED_BY_TARGET
  }

  /** What is done with a row. */
  public sealed interface Action {}

  /** {@code UPDATE SET}. */
  public record Update(List<Assignment> assignments) implements Action {}

  /**
   * {@code INSERT}.
   *
   * @param row as a statement of its own, which it is not: its range begins with the word {@code
   *     INSERT}, and it is not among the statement's blocks
   */
  public record Insert(Block.Insert row) implements Action {}

  /** What names no columns. */
  public enum Plain implements Action {
    /** {@code DELETE}. */
    DELETE,
    /** {@code DO NOTHING}. */
    NOTHING
  }
}
