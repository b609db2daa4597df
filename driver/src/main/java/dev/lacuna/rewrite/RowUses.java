package dev.lacuna.rewrite;

import dev.lacuna.sql.Block;
import dev.lacuna.sql.Returning;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement has the name of a table for one of its rows: {@code row_to_json(u)}, {@code
 * count(u.*)}, {@code (u).name}.
 *
 * <p>It says so too often where a column or label has the table's name, and never too seldom.
 */
final class RowUses {

  private final Tokens tokens;
  private final SqlStatement statement;
  private final Map<String, List<Integer>> uses = new HashMap<>();
  private final Map<Integer, Integer> blocksOfItems = new HashMap<>();

  /** Finds those in one statement: one pass over it, for all its tables. */
  RowUses(Tokens tokens, SqlStatement statement) {
    this.tokens = tokens;
    this.statement = statement;
    statement.blocks().forEach(this::noteItems);
    Set<String> names = new HashSet<>();
    statement.tables().forEach(table -> names.add(table.exposedName(tokens)));
    for (int i = statement.range().from(); i < statement.range().to(); i++) {
      if (tokens.isName(i) && isRow(i) && names.contains(tokens.identifier(i))) {
        uses.computeIfAbsent(tokens.identifier(i), name -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Whether a row of the table is used. */
  boolean any(TableReference table) {
    return !of(table).isEmpty();
  }

  /** The tokens of the table's name that stand for a row; what a select list shows is none. */
  List<Integer> of(TableReference table) {
    return uses.getOrDefault(table.exposedName(tokens), List.of()).stream()
        .filter(token -> blocksOfItems.getOrDefault(token, -1) != table.block())
        .toList();
  }

  private void noteItems(Block block) {
    for (SelectItem item : itemsOf(block)) {
      if (item.kind() == SelectItem.Kind.TABLE_STAR) {
        blocksOfItems.put(item.range().to() - 3, block.id());
      }
    }
  }

  /** What a block shows. */
  static List<SelectItem> itemsOf(Block block) {
    if (block instanceof Block.Select select) {
      return select.items();
    }
    Returning returning = returningOf(block);
    return returning == null ? List.of() : returning.items();
  }

  static @Nullable Returning returningOf(Block block) {
    if (block instanceof Block.Insert insert) {
      return insert.returning();
    }
    if (block instanceof Block.Update update) {
      return update.returning();
    }
    if (block instanceof Block.Merge merge) {
      return merge.returning();
    }
    return block instanceof Block.Delete delete ? delete.returning() : null;
  }

  private boolean isRow(int token) {
    if (statement.isDefinition(token) || tokens.is(token + 1, '(')) {
      return false;
    }
    if (tokens.is(token + 1, TokenKind.DOT)) {
      return tokens.is(token + 2, '*');
    }
    return !tokens.is(token - 1, TokenKind.DOT) && !tokens.isAny(token - 1, "AS", "OF");
  }
}
