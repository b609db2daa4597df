package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShapes;
import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes the missing columns out of an {@code INSERT} and puts the guard in.
 *
 * <p>{@code VALUES} becomes a {@code SELECT}, the only source that takes a condition. One row is
 * selected as it is: PostgreSQL gives the literals and parameters of such a list the types of the
 * columns, as it does in {@code VALUES} (PostgreSQL 18, {@code transformInsertStmt}; tried).
 * Several rows, or a query, are selected from, which would make text of untyped literals and
 * parameters: those are cast to their column's type, without its length. Where {@code DEFAULT}
 * stands in some of several rows, nothing can be selected: there {@code VALUES} stays, and the
 * guard is asked for before.
 */
final class InsertRewriter {

  private static final Block.SelectShape NO_FROM =
      new Block.SelectShape(false, false, false, false, true, false);

  private final Write write;
  private final WriteTarget target;
  private final Block.Insert insert;
  private final TableShapes shapes;
  private final InsertColumns columns;
  private final boolean manyRows;

  InsertRewriter(Write write, Block.Insert insert, TableShapes shapes)
      throws UnsupportedSqlException, SQLException {
    this.write = write;
    this.target = write.target();
    this.insert = insert;
    this.shapes = shapes;
    this.columns = new InsertColumns(write, insert, shapes);
    this.manyRows =
        insert.source() instanceof InsertSource.Query
            || (insert.source() instanceof InsertSource.Values values && values.rows().size() > 1);
  }

  /** Rewrites it; returns whether anything in it was of a missing column. */
  boolean rewrite(GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    for (int i = 0; i < columns.count(); i++) {
      noteWritten(i);
    }
    MergedInsert merged = new MergedInsert(write, insert, columns);
    if (manyRows && merged.fits(shapes.release(), keys)) {
      return merge(merged, keys);
    }
    RowValues values = RowValues.ofInsert(write.tokens(), target, manyRows);
    boolean touched = false;
    if (insert.conflict() != null && !target.forms().insertsBySelecting()) {
      touched = new DuplicateKeyRewriter(write, insert.conflict()).rewrite(values);
    } else if (insert.conflict() != null) {
      ConflictRewriter conflict = new ConflictRewriter(write, insert.conflict());
      touched = conflict.rewrite(values);
      values =
          insert.conflict().assignments().isEmpty()
              ? values
              : RowValues.ofUpsert(write.tokens(), target, manyRows, conflict.undecided());
    }
    ReturningRewriter returning = new ReturningRewriter(write, values, NO_FROM);
    touched |= returning.rewrite(insert.returning());
    touched |= target.vanishes() || target.isAskedFor(keys);
    if (touched) {
      target.use(keys);
      source();
      returning.returnKeys(insert.returning(), insert.range(), keys);
    }
    return touched;
  }

  private boolean merge(MergedInsert merged, GeneratedKeys keys)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    ReturningRewriter returning = new ReturningRewriter(write, merged, NO_FROM);
    returning.rewrite(insert.returning());
    target.use(keys);
    merged.merge();
    returning.returnKeys(insert.returning(), insert.range(), keys);
    return true;
  }

  private void noteWritten(int position) throws UnsupportedSqlException, NoAnswerException {
    DeclaredColumn column = columns.missing(position);
    if (column == null) {
      return;
    }
    if (insert.source() instanceof InsertSource.Query) {
      target.vanishUnseen(column);
      return;
    }
    List<Range> row = firstRow();
    if (position < row.size() && columns.isPart(position)) {
      target.vanishInPart(column, row.get(position), columns.type(position));
    } else if (position < row.size()) {
      target.vanish(column, row.get(position));
    }
  }

  private List<Range> firstRow() {
    if (insert.source() instanceof InsertSource.Assigned set) {
      return set.assignments().stream().map(Assignment::value).toList();
    }
    return insert.source() instanceof InsertSource.Values values ? values.rows().get(0) : List.of();
  }

  private void source() throws UnsupportedSqlException {
    if (!target.forms().insertsBySelecting()) {
      guarded(new GuardedInsert(write, columns, insert));
      return;
    }
    if (insert.source() instanceof InsertSource.Values values) {
      rows(values, new InsertRows(write, columns, values));
    } else if (insert.source() instanceof InsertSource.Query query) {
      new InsertQuery(write, columns, query).select();
    } else {
      Edits.Replacement out = write.edits().replace(insert.source().range());
      out.text("SELECT WHERE " + target.guardText());
    }
  }

  private void guarded(GuardedInsert guarded) throws UnsupportedSqlException {
    if (insert.source() instanceof InsertSource.Values values) {
      guarded.rows(values);
    } else if (insert.source() instanceof InsertSource.Query query) {
      guarded.query(query);
    } else if (insert.source() instanceof InsertSource.Assigned set) {
      guarded.assigned(set);
    }
  }

  private void rows(InsertSource.Values values, InsertRows rows) throws UnsupportedSqlException {
    if (!manyRows) {
      rows.selectOne();
      return;
    }
    if (!rows.areComplete()) {
      throw new UnsupportedSqlException("a row of VALUES has not as many values as columns");
    }
    if (!rows.mixDefaults()) {
      rows.selectMany();
      return;
    }
    rows.keepMany();
    target.leaveUnguarded();
    noteFurtherRows(values);
    new UnreadCte(write).keepParameters(insert.range());
  }

  private void noteFurtherRows(InsertSource.Values values) {
    for (List<Range> row : values.rows().subList(1, values.rows().size())) {
      for (int i = 0; i < row.size(); i++) {
        String type = columns.type(i);
        if (columns.isMissing(i) && type != null && !target.isDefault(row.get(i))) {
          target.dead().add(row.get(i), type);
        }
      }
    }
  }
}
