package dev.lacuna.rewrite;

import dev.lacuna.sql.Assignment;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the missing columns out of an {@code INSERT} or {@code REPLACE} of MySQL or MariaDB.
 *
 * <p>One of its values is written beside what the server refuses: {@code IF(TRUE, value, refusal)},
 * or behind the guard: {@code CASE WHEN guard THEN value END}. So it stays the kind of insert that
 * it is, which decides how numbers are given out (MySQL 9.7 Reference Manual, 17.6.1.6
 * "AUTO_INCREMENT Handling in InnoDB").
 */
final class GuardedInsert {

  private final Tokens tokens;
  private final Clauses clauses;
  private final Write write;
  private final Edits edits;
  private final WriteTarget target;
  private final InsertColumns columns;
  private final boolean hasList;

  GuardedInsert(Write write, InsertColumns columns, Block.Insert insert) {
    this.tokens = write.tokens();
    this.clauses = write.clauses();
    this.write = write;
    this.edits = write.edits();
    this.target = write.target();
    this.columns = columns;
    this.hasList = insert.columnList() != null;
  }

  /** Writes the rows without the missing columns. */
  void rows(InsertSource.Values values) throws UnsupportedSqlException {
    List<Integer> kept = columns.kept();
    keepColumns(kept);
    noteFurtherRows(values);
    Range guarded = guardedValue(values, kept);
    Edits.Replacement out = edits.replace(values.range());
    String before = "VALUES (";
    for (List<Range> row : values.rows()) {
      if (row.size() != columns.count()) {
        throw new UnsupportedSqlException("a row of VALUES has not as many values as columns");
      }
      String separator = before;
      for (int i : kept) {
        out.text(separator);
        value(row.get(i), guarded, out);
        separator = ", ";
      }
      out.text(kept.isEmpty() ? separator : "");
      before = "), (";
    }
    out.text(")");
    if (guarded == null) {
      askBefore();
    }
  }

  private void value(Range value, @Nullable Range guarded, Edits.Replacement out)
      throws UnsupportedSqlException {
    if (!value.equals(guarded)) {
      out.copy(value);
      return;
    }
    target.guard(value, out);
  }

  /**
   * Without a list the server counts the columns, and refuses where there is one more; but those
   * that are hidden must be left out by name.
   */
  private void keepColumns(List<Integer> kept) {
    if (hasList || target.shape().hides()) {
      columns.keep(kept, edits);
    }
  }

  private void noteFurtherRows(InsertSource.Values values) {
    for (List<Range> row : values.rows().subList(1, values.rows().size())) {
      for (int i = 0; i < Math.min(row.size(), columns.count()); i++) {
        String type = columns.type(i);
        if (columns.isMissing(i) && type != null && !target.isDefault(row.get(i))) {
          target.dead().add(row.get(i), type);
        }
      }
    }
  }

  private @Nullable Range guardedValue(InsertSource.Values values, List<Integer> kept) {
    for (List<Range> row : values.rows()) {
      for (int i : kept) {
        if (i < row.size() && isGuardable(row.get(i))) {
          return row.get(i);
        }
      }
    }
    return null;
  }

  /** A hexadecimal or bit literal is a number or a string by what it is written to. */
  private boolean isGuardable(Range value) {
    if (value.isEmpty() || target.isDefault(value)) {
      return false;
    }
    String first = tokens.text(value.from());
    boolean literal = tokens.is(value.from(), TokenKind.STRING);
    boolean number = tokens.is(value.from(), TokenKind.NUMBER);
    return !(literal && "xXbB".indexOf(first.charAt(0)) >= 0)
        && !(number && first.length() > 1 && "xb".indexOf(first.charAt(1)) >= 0);
  }

  private void askBefore() throws UnsupportedSqlException {
    if (target.dead().haveParameters()) {
      throw new UnsupportedSqlException("an INSERT writes parameters to missing columns alone");
    }
    target.leaveUnguarded();
  }

  /** Writes {@code SET} without the missing columns. */
  void assigned(InsertSource.Assigned set) throws UnsupportedSqlException {
    List<Assignment> kept =
        columns.kept().stream().map(position -> set.assignments().get(position)).toList();
    Range guarded =
        kept.stream().map(Assignment::value).filter(this::isGuardable).findFirst().orElse(null);
    Edits.Replacement out = edits.replace(set.range()).text(kept.isEmpty() ? "() VALUES ()" : "");
    String before = "SET ";
    for (Assignment assignment : kept) {
      int equals = assignment.value().from();
      out.text(before).copy(new Range(assignment.range().from(), equals)).text(" ");
      value(assignment.value(), guarded, out);
      before = ", ";
    }
    if (guarded == null) {
      askBefore();
    }
  }

  /** Inserts from a query that shows what is kept alone. */
  void query(InsertSource.Query query) throws UnsupportedSqlException {
    List<Integer> kept = columns.kept();
    if (kept.isEmpty()) {
      throw new UnsupportedSqlException("an INSERT writes a query to missing columns alone");
    }
    keepColumns(kept);
    if (write.statement().blocks().get(query.block()) instanceof Block.Select select
        && isPlain(select)) {
      items(select.items(), kept);
    } else {
      wrapped(query, kept);
    }
  }

  private boolean isPlain(Block.Select select) {
    return !select.shape().compound()
        && !select.shape().tableCommand()
        && select.items().size() == columns.count()
        && select.items().stream().noneMatch(SelectItem::isStar)
        && !tokens.isAny(select.range().from() + 1, "DISTINCT", "DISTINCTROW")
        && select.groupBy() == null
        && !hasOrdinal(select.orderBy());
  }

  private boolean hasOrdinal(@Nullable Range list) {
    for (int i = list == null ? 0 : list.from(); list != null && i < list.to(); i++) {
      boolean begins = i == list.from() || tokens.is(i - 1, TokenKind.COMMA);
      if (begins && tokens.is(i, TokenKind.NUMBER)) {
        return true;
      }
    }
    return false;
  }

  private void items(List<SelectItem> items, List<Integer> kept) throws UnsupportedSqlException {
    Range all = new Range(items.get(0).range().from(), items.get(items.size() - 1).range().to());
    for (int i = 0; i < items.size(); i++) {
      String type = columns.type(i);
      if (columns.isMissing(i) && type != null) {
        target.dead().add(withoutLabel(items.get(i).range()), type);
      }
    }
    Edits.Replacement out = edits.replace(all);
    Range first = items.get(kept.get(0)).range();
    Range value = withoutLabel(first);
    target.condition(out.text("CASE WHEN "));
    out.text(" THEN ").copy(value).text(" END");
    if (value.to() < first.to()) {
      out.text(" ").copy(new Range(value.to(), first.to()));
    }
    for (int i : kept.subList(1, kept.size())) {
      out.text(", ").copy(items.get(i).range());
    }
  }

  private Range withoutLabel(Range item) {
    int as = clauses.find(item, "AS");
    int last = item.to() - 1;
    boolean bare = item.length() == 2 && tokens.isName(last);
    return new Range(item.from(), bare ? last : as);
  }

  private void wrapped(InsertSource.Query query, List<Integer> kept)
      throws UnsupportedSqlException {
    if (write.statement().blocks().get(query.block()) instanceof Block.Select select
        && select.orderBy() != null) {
      throw new UnsupportedSqlException("an INSERT from an ordered query of this kind");
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < columns.count(); i++) {
      all.add("c" + i);
    }
    edits.before(query.range()).text("WITH lacuna_q(" + String.join(", ", all) + ") AS (");
    List<String> items = kept.stream().map(i -> "lacuna_q.c" + i).toList();
    edits
        .after(query.range())
        .text(") SELECT " + String.join(", ", items) + " FROM lacuna_q WHERE ")
        .text(target.guardText());
  }
}
