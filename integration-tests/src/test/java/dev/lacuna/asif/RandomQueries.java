package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.asif.RandomTables.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random queries that every engine takes, and answers in one way. */
final class RandomQueries {

  private static final String[] SET_OPERATIONS = {
    " UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT "
  };
  private static final String[] JOINS = {" JOIN ", " LEFT JOIN ", " JOIN "};
  private static final String[] AGGREGATES = {"MAX", "MIN", "COUNT"};

  private final Choices choices;
  private final RandomExpressions expressions;
  private final List<Table> banned = new ArrayList<>();
  private int aliases;
  private int nesting;

  RandomQueries(Choices choices, boolean markers) {
    this.choices = choices;
    this.expressions = new RandomExpressions(choices, markers, this);
  }

  RandomExpressions expressions() {
    return expressions;
  }

  /** Sub-queries must not read this table: MySQL refuses to read what it writes. */
  void ban(Table table) {
    banned.add(table);
  }

  /** A whole statement. */
  String statement() {
    return switch (choices.below(6)) {
      case 0, 1 -> star();
      case 2 -> grouped() + " ORDER BY 1, 2, 3";
      case 3 -> setOperation();
      case 4 -> withQuery();
      default -> ordered(List.of(type(), type(), type()));
    };
  }

  private Type type() {
    return choices.of(Type.values());
  }

  private String star() {
    // MariaDB shows some of its types otherwise: see MySqlDeviations.
    ban(RandomTables.WIDGETS);
    RandomScope scope = new RandomScope(null);
    String from = from(scope);
    String items =
        scope.sources().size() == 1 || choices.oneIn(2)
            ? "*"
            : choices.from(scope.sources()).alias() + ".*";
    return "SELECT " + items + " FROM " + from + where(scope);
  }

  private String ordered(List<Type> types) {
    String order =
        IntStream.rangeClosed(1, types.size())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    String query = select(types, null) + " ORDER BY " + order;
    return choices.oneIn(3) ? query + " LIMIT " + (1 + choices.below(4)) : query;
  }

  /** A SELECT of expressions of these types, labelled c1, c2, … */
  private String select(List<Type> types, @Nullable RandomScope outer) {
    nesting++;
    try {
      RandomScope scope = new RandomScope(outer);
      String from = from(scope);
      String distinct = choices.oneIn(6) ? "DISTINCT " : "";
      List<String> items = new ArrayList<>();
      for (Type type : types) {
        items.add(expressions.of(type, scope) + " AS c" + (items.size() + 1));
      }
      return "SELECT " + distinct + String.join(", ", items) + " FROM " + from + where(scope);
    } finally {
      nesting--;
    }
  }

  private String where(RandomScope scope) {
    return choices.below(3) == 0 ? "" : " WHERE " + expressions.condition(scope);
  }

  private String from(RandomScope scope) {
    String from = source(scope);
    int joins = nesting > 1 ? 0 : choices.below(3);
    for (int i = 0; i < joins; i++) {
      String join = choices.of(JOINS);
      from += join + source(scope) + " ON " + on(scope);
    }
    return from;
  }

  private String on(RandomScope scope) {
    Type type = choices.of(new Type[] {Type.NUMBER, Type.TEXT});
    List<RandomScope.Source> sources = scope.sources();
    String right = columnOf(sources.get(sources.size() - 1), type);
    String left = columnOf(sources.get(choices.below(sources.size() - 1)), type);
    return left + " = " + right;
  }

  private String columnOf(RandomScope.Source source, Type type) {
    List<Column> columns =
        source.columns().stream().filter(column -> column.type() == type).toList();
    return columns.isEmpty()
        ? expressions.constant(type)
        : source.alias() + "." + choices.from(columns).name();
  }

  private String source(RandomScope scope) {
    String alias = "t" + ++aliases;
    if (nesting < 2 && choices.oneIn(6)) {
      List<Type> types = List.of(type(), type());
      String query = select(types, null);
      scope.add(alias, columns(types));
      return "(" + query + ") " + alias;
    }
    Table table = table();
    scope.add(alias, table.columns());
    return table.name() + " " + alias;
  }

  private Table table() {
    Table table = choices.from(RandomTables.ALL);
    return banned.contains(table) ? RandomTables.PETS : table;
  }

  private static List<Column> columns(List<Type> types) {
    List<Column> columns = new ArrayList<>();
    for (Type type : types) {
      columns.add(Column.actual("c" + (columns.size() + 1), type));
    }
    return columns;
  }

  private String setOperation() {
    List<Type> types = List.of(type(), type());
    return select(types, null)
        + choices.of(SET_OPERATIONS)
        + select(types, null)
        + " ORDER BY 1, 2";
  }

  private String withQuery() {
    List<Type> types = List.of(type(), type());
    String query = select(types, null);
    RandomScope scope = new RandomScope(null);
    scope.add("w", columns(types));
    return "WITH w AS (" + query + ") SELECT * FROM w" + where(scope);
  }

  private String grouped() {
    RandomScope scope = new RandomScope(null);
    String from = from(scope);
    String key = expressions.column(type(), scope);
    String sum = "SUM(" + expressions.column(Type.NUMBER, scope) + ")";
    String having = choices.oneIn(3) ? " HAVING COUNT(*) > 1" : "";
    return "SELECT %s AS k, %s AS a, %s AS s FROM %s%s GROUP BY %s%s"
        .formatted(key, aggregate(type(), scope), sum, from, where(scope), key, having);
  }

  private String aggregate(Type type, RandomScope scope) {
    return choices.of(AGGREGATES) + "(" + expressions.column(type, scope) + ")";
  }

  /** A sub-query of one value. */
  String scalar(Type type, RandomScope outer) {
    nesting++;
    try {
      RandomScope scope = new RandomScope(outer);
      String from = source(scope);
      String function = choices.of(new String[] {"MAX", "MIN"});
      String value = "%s(%s)".formatted(function, own(type, scope));
      return "(SELECT " + value + " FROM " + from + where(scope) + ")";
    } finally {
      nesting--;
    }
  }

  /** An aggregate of outer columns alone would be one of the query around. */
  private String own(Type type, RandomScope scope) {
    List<String> columns = scope.columns(type);
    return columns.isEmpty() ? expressions.constant(type) : choices.from(columns);
  }

  String exists(RandomScope outer) {
    nesting++;
    try {
      RandomScope scope = new RandomScope(outer);
      String from = source(scope);
      return "EXISTS (SELECT 1 FROM " + from + " WHERE " + expressions.condition(scope) + ")";
    } finally {
      nesting--;
    }
  }

  String in(Type type, RandomScope outer) {
    String column = expressions.column(type, outer);
    return column + " IN (" + select(List.of(type), outer) + ")";
  }

  /** A query for an insert. */
  String rows(List<Type> types) {
    return select(types, null);
  }
}
