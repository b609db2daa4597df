package dev.lacuna.rewrite;

import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;

/**
 * Keeps the parameters of vanished values where a statement takes no condition: in a CTE that
 * nothing reads, and that therefore never runs (PostgreSQL 18 manual, 7.8).
 */
final class UnreadCte {

  private final Write write;
  private final Tokens tokens;

  UnreadCte(Write write) {
    this.write = write;
    this.tokens = write.tokens();
  }

  /** Puts the CTE in front of a block, behind those that it has. */
  void keepParameters(Range block) throws UnsupportedSqlException {
    DeadValues dead = write.target().dead();
    if (!dead.haveParameters()) {
      return;
    }
    boolean more = hasCtes(block.from());
    Edits.Replacement out = write.edits().before(block);
    dead.selectList(out.text((more ? ", " : "WITH ") + "lacuna_p AS (SELECT "));
    out.text(") ");
  }

  /** Whether CTEs of its own stand in front of a block. */
  private boolean hasCtes(int block) {
    int before = block - 1;
    if (before < write.statement().range().from() || tokens.is(before, TokenKind.OPEN)) {
      return false;
    }
    boolean options = tokens.is(before, ')') && tokens.is(tokens.match(before) - 1, "EXPLAIN");
    return !options && !tokens.isAny(before, "EXPLAIN", "ANALYZE", "ANALYSE", "VERBOSE");
  }
}
