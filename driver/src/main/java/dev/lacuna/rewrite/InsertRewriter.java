package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the missing columns out of an {@code INSERT} and puts the guard in.
 *
 * <p>{@code VALUES} becomes a {@code SELECT}, the only source that takes a condition. One row is
 * selected as it is: PostgreSQL gives the literals and parameters of such a list the types of the
 * columns, as it does in {@code VALUES} (PostgreSQL 18, {@code transformInsertStmt}; tried).
 * Several rows, or a query, are selected from, which would make text of untyped literals and
 * parameters: those are cast to their column's type, without its length.
 */
final class InsertRewriter {

  private final Tokens tokens;
  private final Clauses clauses;
  private final SqlStatement statement;
  private final ColumnUses uses;
  private final Edits edits;
  private final WriteTarget target;
  private final Block.Insert insert;
  private final TableShapes shapes;
  private final List<String> names = new ArrayList<>();

  InsertRewriter(
      Tokens tokens,
      SqlStatement statement,
      ColumnUses uses,
      Edits edits,
      WriteTarget target,
      Block.Insert insert,
      TableShapes shapes) {
    this.tokens = tokens;
    this.clauses = new Clauses(tokens);
    this.statement = statement;
    this.uses = uses;
    this.edits = edits;
    this.target = target;
    this.insert = insert;
    this.shapes = shapes;
  }

  /** Whether each row that it writes may have a value of its own. */
  static boolean writesManyRows(Block.Insert insert) {
    return insert.source() instanceof InsertSource.Query
        || (insert.source() instanceof InsertSource.Values values && values.rows().size() > 1);
  }

  /** Rewrites it; returns whether anything in it was of a missing column. */
  boolean rewrite(ReturningRewriter returning, GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    nameColumns();
    noteWritten();
    boolean conflict =
        new ConflictRewriter(tokens, statement, uses, edits, target, insert).rewrite();
    Block.SelectShape noFrom = new Block.SelectShape(false, false, false, false, true, false);
    boolean returns = returning.rewrite(insert.returning(), noFrom, Set.of());
    boolean touched = target.writesMissing() || conflict || returns || target.isAskedFor(keys);
    if (touched) {
      target.use(keys);
      source();
      returning.returnKeys(insert.returning(), insert.range(), keys, Set.of());
    }
    return touched;
  }

  /** The names of the columns that are written, in the order of the values. */
  private void nameColumns() throws UnsupportedSqlException, SQLException {
    if (insert.columnList() != null) {
      insert.columns().forEach(column -> names.add(tokens.identifier(column.from())));
      return;
    }
    target.shape().columns().forEach(column -> names.add(column.name()));
    target.missing().forEach(column -> names.add(column.column()));
    int count = new SourceWidth(statement, shapes).of(insert.source());
    if (count < names.size()) {
      names.subList(count, names.size()).clear();
    }
  }

  private void noteWritten() throws NoAnswerException {
    for (int i = 0; i < names.size(); i++) {
      DeclaredColumn column = target.missing(names.get(i));
      if (column != null) {
        noteWritten(column, i);
      }
    }
  }

  private void noteWritten(DeclaredColumn column, int position) throws NoAnswerException {
    if (!(insert.source() instanceof InsertSource.Values values)) {
      target.vanishFromQuery(column);
      return;
    }
    List<Range> row = values.rows().get(0);
    if (position < row.size()) {
      target.vanish(column, row.get(position));
    }
  }

  private void source() throws UnsupportedSqlException, NoAnswerException {
    if (insert.source() instanceof InsertSource.Values values) {
      if (values.rows().size() == 1) {
        oneRow(values);
      } else {
        manyRows(values);
      }
    } else if (insert.source() instanceof InsertSource.Query query) {
      fromQuery(query);
    } else {
      edits.replace(insert.source().range()).text("SELECT WHERE " + target.guardText());
    }
  }

  private void oneRow(InsertSource.Values values) {
    List<Range> row = values.rows().get(0);
    List<Integer> columns = new ArrayList<>();
    List<Range> kept = new ArrayList<>();
    for (int i = 0; i < Math.max(names.size(), row.size()); i++) {
      boolean missing = i < names.size() && target.missing(names.get(i)) != null;
      boolean byDefault = i < row.size() && isDefault(row.get(i));
      if (i < names.size() && !missing && !byDefault) {
        columns.add(i);
      }
      if (i < row.size() && !missing && !byDefault) {
        kept.add(row.get(i));
      }
    }
    columnList(columns);
    Edits.Replacement out = edits.replace(values.range()).text("SELECT");
    for (int i = 0; i < kept.size(); i++) {
      out.text(i == 0 ? " " : ", ").copy(kept.get(i));
    }
    target.condition(out.text(" WHERE "));
  }

  private boolean isDefault(Range value) {
    return value.length() == 1 && tokens.is(value.from(), "DEFAULT");
  }

  private void columnList(List<Integer> kept) {
    boolean all = kept.size() == names.size();
    if (all && insert.columnList() != null) {
      return;
    }
    StringBuilder list = new StringBuilder();
    for (int i : kept) {
      list.append(list.isEmpty() ? "(" : ", ");
      list.append(
          insert.columnList() == null
              ? PostgresForms.quote(names.get(i))
              : tokens.text(insert.columns().get(i)));
    }
    // PostgreSQL takes an empty select list for a row of defaults, but no empty column list.
    String text = list.isEmpty() ? "" : list + ")";
    if (insert.columnList() != null) {
      edits.replace(insert.columnList()).text(text);
    } else {
      edits.insertAfter(target.table().relation().to() - 1).text(" " + text);
    }
  }

  private void manyRows(InsertSource.Values values) throws UnsupportedSqlException {
    for (List<Range> row : values.rows()) {
      if (row.size() != names.size()) {
        throw new UnsupportedSqlException("a row of VALUES has not as many values as columns");
      }
    }
    List<Integer> kept = new ArrayList<>();
    List<Integer> sent = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int defaults = defaults(values, i);
      boolean missing = target.missing(names.get(i)) != null;
      if (!missing && defaults > 0 && defaults < values.rows().size()) {
        throw new UnsupportedSqlException("DEFAULT stands in some rows of VALUES, not in all");
      }
      if (!missing && defaults == 0) {
        kept.add(i);
      }
      if (defaults == 0) {
        sent.add(i);
      }
    }
    columnList(kept);
    Edits.Replacement out = edits.replace(values.range());
    out.text("SELECT " + String.join(", ", kept.stream().map(i -> "lacuna_v.c" + i).toList()));
    out.text(" FROM (VALUES ");
    for (List<Range> row : values.rows()) {
      out.text(row == values.rows().get(0) ? "(" : ", (");
      for (int i : sent) {
        out.text(i == sent.get(0) ? "" : ", ");
        typed(out, i, row.get(i));
      }
      out.text(")");
    }
    out.text(") lacuna_v(" + String.join(", ", sent.stream().map(i -> "c" + i).toList()));
    out.text(") WHERE " + target.guardText());
  }

  private int defaults(InsertSource.Values values, int position) {
    return (int) values.rows().stream().filter(row -> isDefault(row.get(position))).count();
  }

  private void typed(Edits.Replacement out, int position, Range value) {
    String type = typeOf(names.get(position));
    if (type == null || !WriteRewriter.isBare(tokens, value)) {
      out.copy(value);
    } else {
      out.text("CAST(").copy(value).text(" AS " + type + ")");
    }
  }

  private @Nullable String typeOf(String name) {
    DeclaredColumn declared = target.missing(name);
    TableShape.Column column = target.shape().column(name);
    if (declared != null) {
      return declared.type();
    }
    return column == null ? null : column.baseType();
  }

  private void fromQuery(InsertSource.Query query) {
    castBareItems(query);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (target.missing(names.get(i)) == null) {
        kept.add(i);
      }
    }
    columnList(kept);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add("c" + i);
    }
    String items = String.join(", ", kept.stream().map(i -> "lacuna_q.c" + i).toList());
    edits.insertBefore(query.range().from()).text("SELECT " + items + " FROM (");
    edits
        .insertAfter(query.range().to() - 1)
        .text(") lacuna_q(" + String.join(", ", all) + ") WHERE " + target.guardText());
  }

  private void castBareItems(InsertSource.Query query) {
    if (!(statement.blocks().get(query.block()) instanceof Block.Select select)
        || select.items().size() != names.size()) {
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      Range value = withoutLabel(select.items().get(i).range());
      String type = typeOf(names.get(i));
      if (type != null && WriteRewriter.isBare(tokens, value)) {
        edits.insertBefore(value.from()).text("CAST(");
        edits.insertAfter(value.to() - 1).text(" AS " + type + ")");
      }
    }
  }

  private Range withoutLabel(Range item) {
    int as = clauses.find(item, "AS");
    int bare = item.length() == 2 && tokens.isName(item.from() + 1) ? item.from() + 1 : as;
    return new Range(item.from(), Math.min(as, bare));
  }
}
