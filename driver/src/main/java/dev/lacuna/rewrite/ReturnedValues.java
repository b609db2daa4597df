package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;

/** What {@code RETURNING} shows of the missing columns of the rows that a statement writes. */
interface ReturnedValues {

  /** Whether the row's value is one that the clause can tell. */
  boolean isKnown(DeclaredColumn column);

  /** Whether the statement that is sent has another table, which a star must not show. */
  default boolean isBesideAnother() {
    return false;
  }

  /**
   * Writes the value.
   *
   * @param qualifier the name by which the column was qualified, or ""
   */
  void write(DeclaredColumn column, String qualifier, Edits.Replacement out)
      throws NoAnswerException;
}
