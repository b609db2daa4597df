package dev.lacuna.rewrite;

import dev.lacuna.sql.Block;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.stream.IntStream;

/**
 * What stands about a table that is read, as far as MariaDB's optimizer trips over it. Windows and
 * comparisons are looked for in the whole statement: what is derived may be merged into what it
 * stands in.
 *
 * @param outerJoin whether the table is in a sub-select that has an outer join
 * @param windows whether there are several windows
 * @param allBesideWindow whether there is a window, and something is compared with {@code ALL},
 *     {@code ANY} or {@code SOME} of the rows of a sub-select
 */
record Surroundings(boolean outerJoin, boolean windows, boolean allBesideWindow) {

  static Surroundings of(TableReference table, SqlStatement statement, Tokens tokens) {
    long windows = tokensOf(statement).filter(token -> tokens.is(token, "OVER")).count();
    return new Surroundings(
        isInSubSelectWithOuterJoin(table, statement),
        windows > 1,
        windows > 0 && tokensOf(statement).anyMatch(token -> comparesRows(token, tokens)));
  }

  private static boolean isInSubSelectWithOuterJoin(TableReference table, SqlStatement statement) {
    return statement.blocks().get(table.block()) instanceof Block.Select select
        && select.parent() >= 0
        && select.shape().outerJoin();
  }

  /** {@code UNION ALL (SELECT …)} stands behind no operator. */
  private static boolean comparesRows(int token, Tokens tokens) {
    return tokens.isAny(token, "ALL", "ANY", "SOME")
        && tokens.is(token + 1, '(')
        && tokens.is(token - 1, TokenKind.OPERATOR);
  }

  private static IntStream tokensOf(SqlStatement statement) {
    return IntStream.range(statement.range().from(), statement.range().to());
  }
}
