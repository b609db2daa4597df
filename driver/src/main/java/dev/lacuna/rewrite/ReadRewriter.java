package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.LockingClause;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the tables that a statement reads derived tables that have the missing columns. */
final class ReadRewriter {

  private final Tokens tokens;
  private final SqlStatement statement;
  private final Set<String> words;
  private final Edits edits;
  private final Forms forms;
  private final RowUses rows;
  private final Set<List<String>> stripped = new HashSet<>();
  private final Map<LockingClause, List<Integer>> unlocked = new HashMap<>();

  ReadRewriter(Tokens tokens, SqlStatement statement, Set<String> words, Edits edits, Forms forms) {
    this.tokens = tokens;
    this.statement = statement;
    this.words = words;
    this.edits = edits;
    this.forms = forms;
    this.rows = new RowUses(tokens, statement);
  }

  RowUses rows() {
    return rows;
  }

  /** Whether something in the statement shows all of the table's columns without their names. */
  boolean showsAllColumns(TableReference table) {
    Block block = statement.blocks().get(table.block());
    boolean star = !isBehindExists(block) && covers(RowUses.itemsOf(block), table);
    return star || isNatural(block) || table.columnAliases() || rows.any(table);
  }

  private static boolean isNatural(Block block) {
    if (block instanceof Block.Select select) {
      return select.shape().natural();
    }
    if (block instanceof Block.Update update) {
      return update.shape().natural();
    }
    if (block instanceof Block.JoinedWrite joined) {
      return joined.shape().natural();
    }
    if (block instanceof Block.Merge merge) {
      return merge.shape().natural();
    }
    return block instanceof Block.Delete delete && delete.shape().natural();
  }

  private boolean covers(List<SelectItem> items, TableReference table) {
    for (SelectItem item : items) {
      if (item.kind() == SelectItem.Kind.STAR
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

  /** Makes the table a derived table, where it cannot stay one. */
  void wrap(TableReference table, TableShape shape) throws UnsupportedSqlException {
    if (tokens.dialect().isMySql()
        && new PlainRead(tokens, statement, edits, forms).rewrite(table, shape)) {
      return;
    }
    Forms.Shown shown = new Forms.Shown(showsAllColumns(table), words);
    splice(
        table,
        forms.derivedTable(shape, shown, Surroundings.of(table, statement, tokens)),
        lock(table));
    stripSchema(table);
    replaceDefaults(shape);
    if (tokens.dialect().isMySql()) {
      new Labels(tokens, statement, edits, forms).keep(table, shape);
    }
    extendGroupBy(table, shape, groupable(shape).filter(shown::shows).toList());
  }

  /** Takes the table out of the clause that locks its rows; returns what does it inside. */
  private String lock(TableReference table) {
    if (!(statement.blocks().get(table.block()) instanceof Block.Select select)) {
      return "";
    }
    for (LockingClause clause : LockingClause.of(tokens, select.range())) {
      String lock = forms.lock(tokens.text(clause.strength()), tokens.text(clause.waiting()));
      if (lock == null) {
        return "";
      }
      List<Integer> others =
          clause.names().stream()
              .filter(name -> !tokens.identifier(name).equals(table.exposedName(tokens)))
              .toList();
      if (clause.names().isEmpty()) {
        return lock;
      }
      if (others.size() < clause.names().size()) {
        // Of a derived table the clause says nothing.
        unlock(clause, table);
        return lock;
      }
    }
    return "";
  }

  private void unlock(LockingClause clause, TableReference table) {
    List<Integer> gone = unlocked.computeIfAbsent(clause, any -> new ArrayList<>());
    for (int name : clause.names()) {
      if (tokens.identifier(name).equals(table.exposedName(tokens))) {
        gone.add(name);
      }
    }
    if (gone.size() == clause.names().size()) {
      edits.replace(clause.range());
    } else {
      for (int name : gone) {
        boolean first = clause.names().get(0) == name;
        edits.delete(first ? new Range(name, name + 2) : new Range(name - 1, name + 1));
      }
    }
  }

  private Stream<String> groupable(TableShape shape) {
    return forms.groupsByAllColumns()
        ? shape.completedNames().stream()
        : shape.missing().stream().map(DeclaredColumn::column);
  }

  private void splice(TableReference table, Forms.DerivedTable derived, String lock) {
    Range relation = table.relation();
    Range sample = table.sample();
    if (statement.blocks().get(table.block()) instanceof Block.Copy copy) {
      copy(copy, derived);
      return;
    }
    String tail = derived.tail() + lock + derived.end();
    String alias = table.alias() < 0 ? " " + tokens.text(table.name().to() - 1) : "";
    if (isTableCommand(table)) {
      int word = statement.blocks().get(table.block()).range().from();
      edits.replace(new Range(word, word + 1)).text("SELECT * FROM");
    }
    if (sample == null) {
      edits.before(relation).text(derived.head());
      edits.after(relation).text(derived.name() + tail + alias);
      return;
    }
    // The sample stands behind the alias, and belongs inside.
    edits
        .replace(new Range(relation.from(), sample.to()))
        .text(derived.head())
        .copy(relation)
        .text(derived.name() + " ")
        .copy(sample)
        .text(tail + alias + (alias.isEmpty() ? " " : ""))
        .copy(new Range(relation.to(), sample.from()));
  }

  /** {@code COPY users (id) TO} copies the rows of the table itself, as {@code ONLY} reads them. */
  private void copy(Block.Copy copy, Forms.DerivedTable derived) {
    Range list = copy.columnList();
    if (list == null) {
      return;
    }
    Range relation = copy.table().relation();
    String columns = tokens.text(new Range(list.from() + 1, list.to() - 1));
    edits
        .replace(new Range(relation.from(), list.to()))
        .text("(SELECT " + columns + " FROM " + derived.head() + "ONLY ")
        .copy(relation)
        .text(derived.name() + derived.end() + " " + tokens.text(relation.to() - 1) + ")");
  }

  private boolean isTableCommand(TableReference table) {
    return statement.blocks().get(table.block()) instanceof Block.Select select
        && select.shape().tableCommand();
  }

  /** A derived table has no schema: {@code public.users.id} becomes {@code users.id}. */
  private void stripSchema(TableReference table) {
    if (table.path().size() < 2 || table.alias() >= 0 || !stripped.add(table.path())) {
      return;
    }
    int length = table.name().length();
    for (int i = statement.range().from(); i + length < statement.range().to(); i++) {
      if (tokens.is(i + length, TokenKind.DOT)
          && !tokens.is(i - 1, TokenKind.DOT)
          && isPath(i, table.path())) {
        edits.delete(new Range(i, i + length - 1));
      }
    }
  }

  /** {@code DEFAULT(nickname)} of a derived table is null; the column itself shows the default. */
  private void replaceDefaults(TableShape shape) {
    for (int i = statement.range().from(); i < statement.range().to(); i++) {
      if (tokens.is(i, "DEFAULT") && tokens.is(i + 1, '(')) {
        int name = tokens.match(i + 1) - 1;
        if (tokens.isName(name) && isMissing(shape, tokens.identifier(name))) {
          edits.replace(new Range(i, i + 2)).text("(");
        }
      }
    }
  }

  private static boolean isMissing(TableShape shape, String name) {
    return shape.missing().stream().anyMatch(column -> column.column().equals(name));
  }

  private boolean isPath(int from, List<String> path) {
    for (int part = 0; part < path.size(); part++) {
      int token = from + 2 * part;
      boolean dotted = part == 0 || tokens.is(token - 1, TokenKind.DOT);
      if (!dotted
          || !tokens.isName(token)
          || !isSameTable(tokens.spelling(token), path.get(part))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSameTable(String name, String other) {
    return tokens.dialect().foldTable(name).equals(tokens.dialect().foldTable(other));
  }

  private void extendGroupBy(TableReference table, TableShape shape, List<String> columns) {
    if (table.columnAliases()
        || !(statement.blocks().get(table.block()) instanceof Block.Select select)
        || select.groupBy() == null
        || select.rollup()) {
      return; // of sums over groups no column depends on the key
    }
    String more =
        new GroupByExtension(tokens, select, table, forms).text(shape, columns, rows.any(table));
    if (!more.isEmpty()) {
      edits.after(select.groupBy()).text(more);
    }
  }
}
