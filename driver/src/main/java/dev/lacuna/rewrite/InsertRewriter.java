package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.Conflict;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
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
  private final List<String> names = new ArrayList<>();

  InsertRewriter(
      Tokens tokens,
      SqlStatement statement,
      ColumnUses uses,
      Edits edits,
      WriteTarget target,
      Block.Insert insert) {
    this.tokens = tokens;
    this.clauses = new Clauses(tokens);
    this.statement = statement;
    this.uses = uses;
    this.edits = edits;
    this.target = target;
    this.insert = insert;
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
    boolean conflict = insert.conflict() != null && conflict(insert.conflict());
    Block.SelectShape noFrom = new Block.SelectShape(false, false, false, false, true, false);
    boolean returns = returning.rewrite(insert.returning(), noFrom, Set.of());
    boolean touched = target.writesMissing() || conflict || returns || namesMissing(keys);
    if (touched) {
      source();
      if (insert.returning() == null && !keys.isNone()) {
        returnKeys(returning, keys);
      }
    }
    return touched;
  }

  private boolean namesMissing(GeneratedKeys keys) {
    return keys.names().stream().anyMatch(name -> target.missing(name) != null);
  }

  /** The names of the columns that are written, in the order of the values. */
  private void nameColumns() {
    if (insert.columnList() != null) {
      insert.columns().forEach(column -> names.add(tokens.identifier(column.from())));
      return;
    }
    target.shape().columns().forEach(column -> names.add(column.name()));
    target.missing().forEach(column -> names.add(column.column()));
    int count = width();
    if (count < names.size()) {
      names.subList(count, names.size()).clear();
    }
  }

  /** How many columns a source without a column list writes. */
  private int width() {
    if (insert.source() instanceof InsertSource.Values values) {
      return values.rows().get(0).size();
    }
    if (insert.source() instanceof InsertSource.Query query
        && statement.blocks().get(query.block()) instanceof Block.Select select
        && select.items().stream().noneMatch(SelectItem::isStar)) {
      return select.items().size();
    }
    return target.shape().columns().size();
  }

  private void noteWritten() throws UnsupportedSqlException {
    for (int i = 0; i < names.size(); i++) {
      DeclaredColumn column = target.missing(names.get(i));
      if (column != null) {
        noteWritten(column, i);
      }
    }
  }

  private void noteWritten(DeclaredColumn column, int position) throws UnsupportedSqlException {
    if (insert.source() instanceof InsertSource.Values values) {
      checkWidth(values);
      target.vanish(column, values.rows().get(0).get(position));
    } else {
      target.vanish(column, insert.source().range());
    }
  }

  private void checkWidth(InsertSource.Values values) throws UnsupportedSqlException {
    for (List<Range> row : values.rows()) {
      if (row.size() != names.size()) {
        throw new UnsupportedSqlException("a row of VALUES has not as many values as columns");
      }
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
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (target.missing(names.get(i)) == null && !isDefault(row.get(i))) {
        kept.add(i);
      }
    }
    columnList(kept);
    Edits.Replacement out = edits.replace(values.range()).text("SELECT");
    for (int i = 0; i < kept.size(); i++) {
      out.text(i == 0 ? " " : ", ").copy(row.get(kept.get(i)));
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
    checkWidth(values);
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

  private boolean conflict(Conflict conflict)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    refuseTarget(conflict);
    WriteTarget update = new WriteTarget(tokens, target.table(), target.shape());
    WriteRewriter rewriter = new WriteRewriter(tokens, uses, edits, update);
    rewriter.assignments(conflict.assignments());
    Set<Integer> targets = new HashSet<>();
    conflict.assignments().forEach(assignment -> targets.addAll(assignment.targets()));
    boolean excluded = replaceExcluded(conflict);
    boolean reads =
        rewriter.replaceReads(
            conflict.range(), targets, Set.of(target.table().exposedName(tokens)));
    keepDeadValues(conflict, update);
    if (update.writesMissing() && insert.returning() != null) {
      refuseReturning(insert.returning().range());
    }
    update.usedDeclarations().forEach(target::use);
    return update.writesMissing() || excluded || reads;
  }

  private void refuseTarget(Conflict conflict) throws NoAnswerException {
    for (int i = conflict.target().from(); i < conflict.target().to(); i++) {
      if (tokens.isName(i) && target.missing(tokens.identifier(i)) != null) {
        throw new NoAnswerException(
            "ON CONFLICT names \""
                + tokens.identifier(i)
                + "\", and a missing column has no unique constraint");
      }
    }
  }

  private void keepDeadValues(Conflict conflict, WriteTarget update) {
    if (!update.hasDeadValues()) {
      return;
    }
    Range where = conflict.where();
    if (where == null) {
      update.deadBranch(edits.insertAfter(conflict.range().to() - 1).text(" WHERE "));
    } else {
      edits.insertBefore(where.from()).text("(");
      update.deadBranch(edits.insertAfter(where.to() - 1).text(") AND "));
    }
  }

  private void refuseReturning(Range returning) throws NoAnswerException {
    for (int i = returning.from(); i < returning.to(); i++) {
      boolean missing = tokens.isName(i) && target.missing(tokens.identifier(i)) != null;
      if (missing || tokens.is(i, '*')) {
        throw new NoAnswerException(
            "RETURNING would show a written value that depends on which rows conflicted");
      }
    }
  }

  /** {@code excluded.nickname} is the value that the insert would have written. */
  private boolean replaceExcluded(Conflict conflict)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    boolean any = false;
    ReturningRewriter values =
        new ReturningRewriter(tokens, statement, uses, edits, target, writesManyRows(insert));
    for (DeclaredColumn column : target.missing()) {
      for (ColumnUses.Use use :
          uses.of(column.column(), conflict.range(), target.table(), Set.of("excluded"))) {
        if (use.qualifier().equals("excluded")) {
          values.value(column, false, Set.of(), edits.replace(use.range()));
          any = true;
        }
      }
    }
    return any;
  }

  private void returnKeys(ReturningRewriter returning, GeneratedKeys keys)
      throws NoAnswerException {
    Edits.Replacement out = edits.insertAfter(insert.range().to() - 1).text(" RETURNING ");
    List<String> columns = new ArrayList<>(keys.names());
    if (keys.all()) {
      out.text("*");
      columns.clear();
      if (!writesManyRows(insert)) {
        target.missing().forEach(column -> columns.add(column.column()));
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      out.text(i == 0 && !keys.all() ? "" : ", ");
      DeclaredColumn column = target.missing(columns.get(i));
      if (column != null) {
        returning.value(column, false, Set.of(), out);
        out.text(" AS ");
      }
      out.text(PostgresForms.quote(columns.get(i)));
    }
  }
}
