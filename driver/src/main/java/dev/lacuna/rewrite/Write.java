package dev.lacuna.rewrite;

import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.Tokens;

/**
 * What the parts of one write's rewrite share.
 *
 * @param uses where the statement refers to the columns of the target
 * @param rows where it refers to whole rows
 */
record Write(
    Tokens tokens,
    SqlStatement statement,
    ColumnUses uses,
    RowUses rows,
    Edits edits,
    WriteTarget target) {

  /** The clauses of the text. */
  Clauses clauses() {
    return new Clauses(tokens);
  }

  /** The same statement, with another account of what becomes of the target's columns. */
  Write with(WriteTarget other) {
    return new Write(tokens, statement, uses, rows, edits, other);
  }

  /** The name by which the statement refers to the target. */
  String targetName() {
    return target.table().exposedName(tokens);
  }
}
