package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.LockingClause;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The everyday query of MySQL and MariaDB: of one table, and all that it does with missing columns
 * is to show them. There the table may stay one: the column is shown as a constant of its name, and
 * an order by that constant is refused once the name is the table's ({@link Forms#constant}).
 */
final class PlainRead {

  private static final int NOT_NAMED = -1;
  private static final int NAMED_OTHERWISE = -2;

  private static final String[] OTHER_CLAUSES = {
    "GROUP",
    "HAVING",
    "WINDOW",
    "INTO",
    "PROCEDURE",
    "OFFSET",
    "FETCH",
    "UNION",
    "INTERSECT",
    "EXCEPT",
    "QUALIFY"
  };

  /** A missing column, and where it is shown. */
  private record Place(DeclaredColumn column, Range item, Forms.Constant shown) {}

  private final Tokens tokens;
  private final SqlStatement statement;
  private final Edits edits;
  private final Forms forms;

  PlainRead(Tokens tokens, SqlStatement statement, Edits edits, Forms forms) {
    this.tokens = tokens;
    this.statement = statement;
    this.edits = edits;
    this.forms = forms;
  }

  /** Rewrites the query if it is one; returns whether it is. */
  boolean rewrite(TableReference table, TableShape shape) {
    if (shape.hides()
        || statement.blocks().size() != 1
        || !(statement.blocks().get(table.block()) instanceof Block.Select select)
        || !isPlain(select, table)) {
      return false;
    }
    List<Place> places = places(select, table, shape);
    if (places == null) {
      return false;
    }
    List<String> guards = new ArrayList<>();
    for (Place place : places) {
      String name = forms.quote(place.column().spelling());
      edits.replace(place.item()).text(place.shown().value() + " AS " + name);
      guards.add(place.shown().order());
    }
    order(select, String.join(", ", guards));
    return true;
  }

  private boolean isPlain(Block.Select select, TableReference table) {
    Range all = select.range();
    int behind = Math.max(table.relation().to(), table.alias() + 1);
    return statement.tables().size() == 1
        && statement.range().from() == all.from()
        && !select.shape().compound()
        && !select.shape().tableCommand()
        && table.sample() == null
        && !table.columnAliases()
        && table.relation().equals(table.name())
        && (behind == all.to() || tokens.isAny(behind, "WHERE", "ORDER", "LIMIT", "FOR", "LOCK"))
        && !(tokens.is(behind, "FOR") && LockingClause.of(tokens, all).isEmpty())
        && select.items().get(0).range().from() == all.from() + 1
        && select.items().stream().allMatch(this::isPlain)
        && new Clauses(tokens).find(all, OTHER_CLAUSES) == all.to();
  }

  /** Calls are left alone: one may be that of an aggregate. */
  private boolean isPlain(SelectItem item) {
    for (int i = item.range().from(); i < item.range().to(); i++) {
      if (tokens.is(i, TokenKind.OPEN)) {
        return false;
      }
    }
    return item.kind() == SelectItem.Kind.COLUMN;
  }

  /** Null where a missing column is named elsewhere, or has no constant. */
  private @Nullable List<Place> places(
      Block.Select select, TableReference table, TableShape shape) {
    List<Place> places = new ArrayList<>();
    for (DeclaredColumn column : shape.missing()) {
      int token = onlyToken(column.spelling());
      if (token == NAMED_OTHERWISE) {
        return null;
      }
      if (token == NOT_NAMED) {
        continue;
      }
      Range item = itemOf(select, table, token);
      Forms.Constant shown = forms.constant(column);
      if (item == null || shown == null || !tokens.spelling(token).equals(column.spelling())) {
        return null;
      }
      places.add(new Place(column, item, shown));
    }
    return places.isEmpty() ? null : places;
  }

  /** The only token of the text that has the name in it; labels may be written as strings. */
  private int onlyToken(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    int found = NOT_NAMED;
    for (int i = 0; i < tokens.count(); i++) {
      boolean named = tokens.isName(i) && tokens.spelling(i).equalsIgnoreCase(column);
      boolean quoted =
          tokens.is(i, TokenKind.STRING) && tokens.text(i).toLowerCase(Locale.ROOT).contains(name);
      if (quoted || (named && found != NOT_NAMED)) {
        return NAMED_OTHERWISE;
      }
      found = named ? i : found;
    }
    return found;
  }

  private @Nullable Range itemOf(Block.Select select, TableReference table, int token) {
    for (SelectItem item : select.items()) {
      Range range = item.range();
      boolean bare = range.equals(new Range(token, token + 1));
      boolean qualified =
          range.equals(new Range(token - 2, token + 1))
              && tokens.is(token - 1, TokenKind.DOT)
              && tokens.identifier(token - 2).equals(table.exposedName(tokens));
      if (bare || qualified) {
        return range;
      }
    }
    return null;
  }

  private void order(Block.Select select, String guards) {
    Range orderBy = select.orderBy();
    if (orderBy != null) {
      edits.after(orderBy).text(", " + guards);
      return;
    }
    Range all = select.range();
    int at = new Clauses(tokens).find(all, "LIMIT");
    for (LockingClause clause : LockingClause.of(tokens, all)) {
      at = Math.min(at, clause.range().from());
    }
    if (at == all.to()) {
      edits.after(all).text(" ORDER BY " + guards);
    } else {
      edits.before(new Range(at, at + 1)).text("ORDER BY " + guards + " ");
    }
  }
}
