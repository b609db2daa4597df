package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a {@code MERGE} of an {@code INSERT} of several rows that returns what it writes to missing
 * columns: there {@code RETURNING} sees the row that was inserted from, each with its own value
 * (PostgreSQL 17 manual, MERGE).
 */
final class MergedInsert implements ReturnedValues {

  /** The first release whose {@code MERGE} returns rows. */
  private static final int RETURNS_ROWS = 17;

  private final Write write;
  private final Tokens tokens;
  private final WriteTarget target;
  private final Block.Insert insert;
  private final InsertColumns columns;

  MergedInsert(Write write, Block.Insert insert, InsertColumns columns) {
    this.write = write;
    this.tokens = write.tokens();
    this.target = write.target();
    this.insert = insert;
    this.columns = columns;
  }

  /** Whether it can be, and has to be. */
  boolean fits(int release, GeneratedKeys keys) {
    boolean source =
        insert.source() instanceof InsertSource.Query
            || (insert.source() instanceof InsertSource.Values values && isPlain(values));
    return release >= RETURNS_ROWS
        && target.forms().insertsBySelecting()
        && insert.conflict() == null
        && source
        && target.missing().stream().anyMatch(column -> isReturned(column, keys));
  }

  private boolean isPlain(InsertSource.Values values) {
    InsertRows rows = new InsertRows(write, columns, values);
    return rows.areComplete() && !rows.mixDefaults();
  }

  private boolean isReturned(DeclaredColumn column, GeneratedKeys keys) {
    if (target.written(column.column()) == null) {
      return false;
    }
    if (insert.returning() == null) {
      return keys.all() || keys.names().contains(column.column());
    }
    Range returning = insert.returning().range();
    return insert.returning().items().stream().anyMatch(SelectItem::isStar)
        || write.rows().of(target.table()).stream().anyMatch(returning::contains)
        || IntStream.range(returning.from(), returning.to())
            .anyMatch(i -> tokens.isName(i) && tokens.identifier(i).equals(column.column()));
  }

  @Override
  public boolean isKnown(DeclaredColumn column) {
    return true;
  }

  @Override
  public boolean isBesideAnother() {
    return true;
  }

  @Override
  public void write(DeclaredColumn column, String qualifier, Edits.Replacement out) {
    target.use(column);
    int position = position(column);
    if (qualifier.equals("old")) {
      out.text(target.forms().nullOf(column.type()));
    } else if (target.written(column.column()) == null || position < 0) {
      out.text(target.forms().defaultOf(column));
    } else {
      Forms.Around typed = target.forms().typed(column.type());
      out.text(typed.before() + "lacuna_v." + name(position) + typed.after());
    }
  }

  private int position(DeclaredColumn column) {
    for (int i = 0; i < columns.count(); i++) {
      if (column.equals(columns.missing(i))) {
        return i;
      }
    }
    return -1;
  }

  private static String name(int position) {
    return "lacuna_" + position;
  }

  /** Writes the statement, but for its {@code RETURNING}. */
  void merge() throws UnsupportedSqlException {
    Edits edits = write.edits();
    Range word = new Range(insert.range().from(), insert.range().from() + 1);
    edits.replace(word).text("MERGE");
    Range source = insert.source().range();
    int target = Math.max(this.target.table().relation().to() - 1, this.target.table().alias());
    Range list = insert.columnList();
    int from = list == null ? target + 1 : list.from();
    Range overriding = new Range(list == null ? target + 1 : list.to(), source.from());
    if (insert.source() instanceof InsertSource.Query query) {
      new InsertQuery(write, columns, query).castBareItems();
    }
    Edits.Replacement out = edits.replace(new Range(from, source.to()));
    out.text("USING (");
    List<Integer> sent = source(out);
    out.text(") lacuna_v(" + names("", sent) + ") ON FALSE WHEN NOT MATCHED AND ");
    out.text(this.target.guardText() + " THEN INSERT ");
    List<Integer> kept = sent.stream().filter(i -> !columns.isMissing(i)).toList();
    if (kept.isEmpty()) {
      out.text("DEFAULT VALUES");
      return;
    }
    out.text("(" + String.join(", ", kept.stream().map(columns::text).toList()) + ") ");
    out.copy(overriding).text(overriding.isEmpty() ? "" : " ");
    out.text("VALUES (" + names("lacuna_v.", kept) + ")");
  }

  /** Writes the rows; returns the positions of the values that they have. */
  private List<Integer> source(Edits.Replacement out) {
    if (insert.source() instanceof InsertSource.Values values) {
      return new InsertRows(write, columns, values).write(out);
    }
    out.copy(insert.source().range());
    return IntStream.range(0, columns.count()).boxed().toList();
  }

  private static String names(String qualifier, List<Integer> positions) {
    return String.join(", ", positions.stream().map(i -> qualifier + name(i)).toList());
  }
}
