package dev.lacuna.rewrite;

import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.List;
import java.util.stream.IntStream;

/** Takes the missing columns out of an {@code INSERT} whose rows come from a query. */
final class InsertQuery {

  private final Tokens tokens;
  private final Clauses clauses;
  private final Write write;
  private final InsertColumns columns;
  private final InsertSource.Query query;

  InsertQuery(Write write, InsertColumns columns, InsertSource.Query query) {
    this.tokens = write.tokens();
    this.clauses = write.clauses();
    this.write = write;
    this.columns = columns;
    this.query = query;
  }

  /** Selects from the query what is kept of it. */
  void select() throws UnsupportedSqlException {
    castBareItems();
    List<Integer> kept = columns.kept();
    columns.keep(kept, write.edits());
    List<Integer> all = IntStream.range(0, columns.count()).boxed().toList();
    String items = kept.isEmpty() ? "" : names("lacuna_q.c", kept) + " ";
    write.edits().before(query.range()).text("SELECT " + items + "FROM (");
    write
        .edits()
        .after(query.range())
        .text(") lacuna_q(" + names("c", all) + ") WHERE " + write.target().guardText());
  }

  private static String names(String prefix, List<Integer> positions) {
    return String.join(", ", positions.stream().map(i -> prefix + i).toList());
  }

  /** An untyped literal or parameter would become text in there. */
  void castBareItems() {
    if (!(write.statement().blocks().get(query.block()) instanceof Block.Select select)
        || select.items().stream().anyMatch(SelectItem::isStar)) {
      return;
    }
    for (int i = 0; i < columns.count(); i++) {
      Range value = withoutLabel(select.items().get(i).range());
      String type = columns.type(i);
      if (type != null && isBare(value)) {
        write.edits().before(value).text("CAST(");
        write.edits().after(value).text(" AS " + type + ")");
      }
    }
  }

  private Range withoutLabel(Range item) {
    int as = clauses.find(item, "AS");
    int bare = item.length() == 2 && tokens.isName(item.from() + 1) ? item.from() + 1 : as;
    return new Range(item.from(), Math.min(as, bare));
  }

  /** Whether a value is a literal or parameter, whose type the context decides. */
  private boolean isBare(Range value) {
    if (value.isEmpty()) {
      return false;
    }
    if (tokens.is(value.from(), '(') && clauses.next(value.from()) == value.to()) {
      return isBare(clauses.inside(value.from()));
    }
    boolean signed = value.length() == 2 && tokens.is(value.from(), '-');
    int last = value.to() - 1;
    return (value.length() == 1 || signed)
        && (tokens.is(last, TokenKind.STRING)
            || tokens.is(last, TokenKind.NUMBER)
            || tokens.is(last, TokenKind.PARAMETER)
            || tokens.is(last, "NULL"));
  }
}
