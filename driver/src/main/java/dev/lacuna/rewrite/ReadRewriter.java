package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Returning;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a table that is read a derived table that has the missing columns. */
final class ReadRewriter {

  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  private final Tokens tokens;
  private final SqlStatement statement;
  private final Set<String> words;
  private final Edits edits;

  ReadRewriter(Tokens tokens, SqlStatement statement, Set<String> words, Edits edits) {
    this.tokens = tokens;
    this.statement = statement;
    this.words = words;
    this.edits = edits;
  }

  /** Whether something in the statement shows all of the table's columns without their names. */
  boolean showsAllColumns(TableReference table) {
    for (Block block : statement.blocks()) {
      boolean own = block.id() == table.block();
      if (!isBehindExists(block) && covers(itemsOf(block), table, own)) {
        return true;
      }
    }
    return isInNaturalJoin(table) || table.columnAliases() || isUsedAsRow(table);
  }

  private static List<SelectItem> itemsOf(Block block) {
    if (block instanceof Block.Select select) {
      return select.items();
    }
    Returning returning = returningOf(block);
    return returning == null ? List.of() : returning.items();
  }

  private static @Nullable Returning returningOf(Block block) {
    if (block instanceof Block.Update update) {
      return update.returning();
    }
    return block instanceof Block.Delete delete ? delete.returning() : null;
  }

  private boolean isInNaturalJoin(TableReference table) {
    Block block = statement.blocks().get(table.block());
    if (block instanceof Block.Select select) {
      return select.shape().natural();
    }
    return (block instanceof Block.Update update && update.shape().natural())
        || (block instanceof Block.Delete delete && delete.shape().natural());
  }

  private boolean covers(List<SelectItem> items, TableReference table, boolean own) {
    for (SelectItem item : items) {
      if ((own && item.kind() == SelectItem.Kind.STAR)
          || table.exposedName(tokens).equals(item.qualifier())) {
        return true;
      }
    }
    return false;
  }

  private boolean isBehindExists(Block block) {
    int open = block.range().from() - 1;
    return tokens.is(open, '(') && tokens.is(open - 1, "EXISTS");
  }

  /** Whether the table's name stands somewhere for a whole row: {@code row_to_json(u)}. */
  boolean isUsedAsRow(TableReference table) {
    String name = table.exposedName(tokens);
    for (int i = statement.range().from(); i < statement.range().to(); i++) {
      if (tokens.isName(i)
          && tokens.identifier(i).equals(name)
          && !tokens.is(i + 1, TokenKind.DOT)
          && !tokens.is(i - 1, TokenKind.DOT)
          && !tokens.is(i - 1, "OF")
          && !isNameOfTable(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNameOfTable(int token) {
    for (TableReference table : statement.tables()) {
      if (table.relation().contains(token) || table.alias() == token) {
        return true;
      }
    }
    return tokens.is(token - 1, "AS") || tokens.is(token + 1, '(');
  }

  /** Makes the table a derived table. */
  void wrap(TableReference table, TableShape shape) throws UnsupportedSqlException {
    boolean all = showsAllColumns(table);
    List<String> known = new ArrayList<>();
    List<String> grouped = new ArrayList<>();
    List<DeclaredColumn> declared = new ArrayList<>();
    for (TableShape.Column column : shape.columns()) {
      if (all || words.contains(column.name())) {
        DeclaredColumn declaration = shape.declaration(column.name());
        known.add(
            declaration == null
                ? PostgresForms.knownColumn(column.name())
                : PostgresForms.quote(column.name()));
        grouped.add(column.name());
        if (declaration != null) {
          declared.add(declaration);
        }
      }
    }
    for (DeclaredColumn column : shape.missing()) {
      if (all || words.contains(column.column())) {
        known.add(PostgresForms.quote(column.column()));
        grouped.add(column.column());
        declared.add(column);
      }
    }
    addSystemColumns(known, all);
    splice(table, known, declared);
    stripSchema(table);
    extendGroupBy(table, shape, grouped);
  }

  private void addSystemColumns(List<String> known, boolean all) throws UnsupportedSqlException {
    for (String name : SYSTEM_COLUMNS) {
      if (words.contains(name)) {
        if (all) {
          throw new UnsupportedSqlException("a star and the system column " + name + " together");
        }
        known.add("lacuna_t." + name);
      }
    }
  }

  private void splice(TableReference table, List<String> known, List<DeclaredColumn> declared) {
    boolean command = isTableCommand(table);
    if (command) {
      int word = statement.blocks().get(table.block()).range().from();
      edits.replace(new Range(word, word + 1)).text("SELECT * FROM");
    }
    Range sample = table.sample();
    edits
        .insertBefore(table.relation().from())
        .text(PostgresForms.derivedTableHead(known, declared));
    String tail = PostgresForms.derivedTableTail(sample == null ? "" : tokens.text(sample));
    String alias = table.alias() < 0 ? " " + tokens.text(table.name().to() - 1) : "";
    edits.insertAfter(table.relation().to() - 1).text(tail + alias);
    if (sample != null) {
      edits.delete(sample);
    }
  }

  private boolean isTableCommand(TableReference table) {
    return statement.blocks().get(table.block()) instanceof Block.Select select
        && select.shape().tableCommand();
  }

  /** A derived table has no schema: {@code public.users.id} becomes {@code users.id}. */
  private void stripSchema(TableReference table) {
    if (table.path().size() < 2 || table.alias() >= 0) {
      return;
    }
    int length = table.name().length();
    for (int i = statement.range().from(); i + length < statement.range().to(); i++) {
      if (tokens.is(i + length, TokenKind.DOT)
          && !tokens.is(i - 1, TokenKind.DOT)
          && !table.name().contains(i)
          && isPath(i, table.path())) {
        edits.delete(new Range(i, i + length - 1));
      }
    }
  }

  private boolean isPath(int from, List<String> path) {
    for (int part = 0; part < path.size(); part++) {
      int token = from + 2 * part;
      boolean dotted = part == 0 || tokens.is(token - 1, TokenKind.DOT);
      if (!dotted || !tokens.isName(token) || !tokens.identifier(token).equals(path.get(part))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Groups by the other columns too where the primary key is grouped by. PostgreSQL 18 manual,
   * 7.2.3: columns that depend on the grouped primary key may stand ungrouped; of a derived table
   * it knows no key. The groups stay the same, as the key decides the other columns.
   */
  private void extendGroupBy(TableReference table, TableShape shape, List<String> columns) {
    Range groupBy = groupBy(table);
    if (groupBy == null || !hasKey(groupBy, table, shape.primaryKey())) {
      return;
    }
    StringBuilder more = new StringBuilder();
    String qualifier = PostgresForms.quote(table.exposedName(tokens));
    for (String column : columns) {
      if (!shape.primaryKey().contains(column)) {
        more.append(", ").append(qualifier).append('.').append(PostgresForms.quote(column));
      }
    }
    edits.insertAfter(groupBy.to() - 1).text(more.toString());
  }

  private @Nullable Range groupBy(TableReference table) {
    return statement.blocks().get(table.block()) instanceof Block.Select select
            && !table.columnAliases()
        ? select.groupBy()
        : null;
  }

  private boolean hasKey(Range groupBy, TableReference table, List<String> key) {
    for (String column : key) {
      if (!hasColumn(groupBy, table, column)) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private boolean hasColumn(Range groupBy, TableReference table, String column) {
    for (int i = groupBy.from(); i < groupBy.to(); i++) {
      if (tokens.is(i, TokenKind.OPEN)) {
        i = tokens.match(i);
      } else if (tokens.isName(i) && tokens.identifier(i).equals(column)) {
        boolean qualified = tokens.is(i - 1, TokenKind.DOT);
        if (!qualified || tokens.identifier(i - 2).equals(table.exposedName(tokens))) {
          return true;
        }
      }
    }
    return false;
  }
}
