package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups by the other columns of a table too where its primary key is grouped by. PostgreSQL 18
 * manual, 7.2.3: columns that depend on the grouped primary key may stand ungrouped; of a derived
 * table it knows no key. The groups stay the same, as the key decides the other columns.
 */
final class GroupByExtension {

  /** Types that cannot be grouped by: a column of one that stands ungrouped is refused. */
  private static final Set<String> UNGROUPABLE =
      Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");

  private final Tokens tokens;
  private final Clauses clauses;
  private final Block.Select select;
  private final String name;
  private final String qualifier;
  private final Forms forms;
  private final Set<String> grouped = new HashSet<>();

  /**
   * For a table in a query.
   *
   * @param table the table, one of the query's
   */
  GroupByExtension(Tokens tokens, Block.Select select, TableReference table, Forms forms) {
    this.tokens = tokens;
    this.clauses = new Clauses(tokens);
    this.select = select;
    this.name = table.exposedName(tokens);
    this.qualifier = forms.quote(table.exposedSpelling(tokens));
    this.forms = forms;
    if (select.groupBy() != null) {
      elements(select.groupBy(), true);
    }
  }

  /**
   * What is to be grouped by besides, each with a comma before it; "" where the key is not grouped.
   *
   * @param columns those of the table that the query may name
   * @param row whether it names a whole row
   */
  String text(TableShape shape, List<String> columns, boolean row) {
    if (shape.primaryKey().isEmpty() || !grouped.containsAll(shape.primaryKey())) {
      return "";
    }
    Set<String> named = new HashSet<>(grouped);
    if (select.groupBy() != null) {
      namesIn(select.groupBy(), named);
    }
    List<String> more = new ArrayList<>();
    for (String column : columns) {
      if (!named.contains(column) && !isUngroupable(shape.column(column))) {
        more.add(", " + qualifier + "." + forms.quote(column));
      }
    }
    return String.join("", more) + (row ? ", " + qualifier : "");
  }

  private static boolean isUngroupable(TableShape.@Nullable Column column) {
    return column != null && UNGROUPABLE.contains(column.baseType());
  }

  private void elements(Range list, boolean outputsToo) {
    int from = tokens.isAny(list.from(), "DISTINCT", "ALL") ? list.from() + 1 : list.from();
    for (Range element : clauses.split(new Range(from, list.to()))) {
      if (tokens.is(element.from(), '(') && clauses.next(element.from()) == element.to()) {
        elements(clauses.inside(element.from()), false);
      } else {
        element(element, outputsToo);
      }
    }
  }

  private void element(Range element, boolean outputsToo) {
    boolean column = noteColumn(element);
    if (column && element.length() > 1) {
      return;
    }
    if (outputsToo && element.length() == 1) {
      select.items().stream()
          .filter(item -> isOutput(item, element.from()))
          .forEach(item -> noteColumn(withoutLabel(item.range())));
    }
  }

  /** Notes the column of this table that a run of tokens is. */
  private boolean noteColumn(Range range) {
    int last = range.to() - 1;
    if (range.isEmpty() || !tokens.isName(last)) {
      return false;
    }
    boolean plain = range.length() == 1;
    boolean own =
        range.length() >= 3
            && tokens.is(last - 1, TokenKind.DOT)
            && tokens.isName(last - 2)
            && tokens.identifier(last - 2).equals(name);
    if (plain || own) {
      grouped.add(tokens.identifier(last));
    }
    return plain || own;
  }

  /** Whether an element of the list means that item of the select list, by number or label. */
  private boolean isOutput(SelectItem item, int element) {
    if (tokens.is(element, TokenKind.NUMBER)) {
      int position = select.items().indexOf(item) + 1;
      return tokens.text(element).equals(String.valueOf(position))
          && select.items().subList(0, position).stream().noneMatch(SelectItem::isStar);
    }
    int label = item.range().to() - 1;
    return tokens.isName(element)
        && item.range().length() > 1
        && tokens.isName(label)
        && tokens.identifier(label).equals(tokens.identifier(element));
  }

  private Range withoutLabel(Range item) {
    int last = item.to() - 1;
    boolean as = tokens.is(last - 1, "AS");
    boolean bare = item.length() > 1 && tokens.isName(last) && tokens.isName(last - 1);
    return new Range(item.from(), as ? last - 1 : bare ? last : item.to());
  }

  /** The names of this table's columns anywhere in a list, grouping sets included. */
  private void namesIn(Range list, Set<String> names) {
    for (int i = list.from(); i < list.to(); i++) {
      boolean qualified = tokens.is(i - 1, TokenKind.DOT);
      if (tokens.isName(i) && (!qualified || isQualifiedByName(i))) {
        names.add(tokens.identifier(i));
      }
    }
  }

  private boolean isQualifiedByName(int token) {
    return tokens.isName(token - 2) && tokens.identifier(token - 2).equals(name);
  }
}
