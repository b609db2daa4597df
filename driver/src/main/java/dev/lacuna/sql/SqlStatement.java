package dev.lacuna.sql;

import java.util.BitSet;
import java.util.List;

/**
 * One statement of a text: its blocks and the tables that it names.
 *
 * @param range its tokens, without the semicolon
 * @param kind what it does
 * @param body the block that is the statement itself, or −1 for {@link Kind#UTILITY}
 * @param blocks every block of it, by number
 * @param tables every table that it names
 * @param others what else stands in a {@code FROM}
 * @param definitions the tokens, counted from the statement's first, that make a name rather than
 *     refer to one: aliases, their lists of columns, the heads of CTEs; and the names of tables,
 *     and columns in {@code USING}, {@code SET} and the list of an {@code INSERT}. Not to be
 *     changed
 */
public record SqlStatement(
    Range range,
    Kind kind,
    int body,
    List<Block> blocks,
    List<TableReference> tables,
    List<OtherItem> others,
    BitSet definitions) {

  /**
   * An item of a {@code FROM} or {@code USING} that is no table: a query, a function, a CTE.
   *
   * @param block the block in whose scope it stands
   * @param name the name by which its columns may be qualified, normalised; empty where it has none
   */
  public record OtherItem(int block, String name) {}

  /** What a statement does, as far as a missing column is concerned. */
  public enum Kind {
    /** It returns rows, and no part of it changes any. */
    QUERY,
    /** It, or a CTE of it, changes rows. */
    WRITE,
    /** It shows a plan, prepares, copies or opens a cursor for a query: that is rewritten alike. */
    WRAPPED,
    /** It changes what tables, schemas or names there are. */
    SCHEMA_CHANGE,
    /** Anything else: it is left alone. */
    UTILITY
  }

  /** Whether a token makes a name, or names a table, rather than refer to a column or a row. */
  public boolean isDefinition(int token) {
    return definitions.get(token - range.from());
  }

  /** The innermost block around a token, or −1. */
  public int blockAt(int token) {
    int found = -1;
    int length = Integer.MAX_VALUE;
    for (Block block : blocks) {
      if (block.range().contains(token) && block.range().length() < length) {
        found = block.id();
        length = block.range().length();
      }
    }
    return found;
  }
}
