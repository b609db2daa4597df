package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.asif.RandomTables.ValueType;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** Random FROM clauses: tables, derived tables, names of CTEs, and joins of them. */
final class RandomFrom {

  private static final ValueType[] JOINED = {ValueType.NUMBER, ValueType.TEXT};

  /** By so many MariaDB cannot join: "Using too big key for internal temp tables". */
  private static final int MAX_COMMON = 4;

  private final Choices choices;
  private final Engine engine;
  private final RandomExpressions expressions;
  private final RandomQueries queries;
  private final List<Table> banned = new ArrayList<>();
  private final List<RandomScope.Source> named = new ArrayList<>();
  private int aliases;
  private boolean onlyTables;

  RandomFrom(Choices choices, Engine engine, RandomExpressions expressions, RandomQueries queries) {
    this.choices = choices;
    this.engine = engine;
    this.expressions = expressions;
    this.queries = queries;
  }

  /** Keeps a table from being read. */
  void ban(Table table) {
    banned.add(table);
  }

  /** Keeps derived tables out. */
  void takeTablesOnly() {
    onlyTables = true;
  }

  /** Has the result of a CTE be read, too. */
  void name(String name, List<Column> columns) {
    named.add(new RandomScope.Source(name, columns));
  }

  /** A FROM whose tables come into the scope. */
  String from(RandomScope scope) {
    String from = source(scope);
    int joins = queries.isNested() ? 0 : choices.below(3);
    for (int i = 0; i < joins; i++) {
      from += joined(scope, i == 0 && joins == 1);
    }
    return from;
  }

  /**
   * What a join adds.
   *
   * @param only whether it is the only one; a comma binds less than the other joins
   */
  private String joined(RandomScope scope, boolean only) {
    return switch (choices.below(9)) {
      case 0, 1 -> " JOIN " + source(scope) + on(scope);
      case 2, 3 -> " LEFT JOIN " + source(scope) + on(scope);
      case 4 -> " RIGHT JOIN " + source(scope) + on(scope);
      case 5 -> (only ? ", " : " CROSS JOIN ") + source(scope);
      case 6 -> merging(scope);
      case 7 -> lateral(scope);
      default -> full(scope);
    };
  }

  /** PostgreSQL wants columns of both sides in a FULL JOIN. */
  private String full(RandomScope scope) {
    List<RandomScope.Source> left =
        scope.sources().stream().filter(source -> source.has(ValueType.TEXT)).toList();
    if (left.isEmpty()) {
      return " JOIN " + source(scope) + on(scope);
    }
    Table table = table();
    RandomScope.Source right = new RandomScope.Source("t" + ++aliases, table.columns());
    String on =
        columnOf(choices.from(left), ValueType.TEXT) + " = " + columnOf(right, ValueType.TEXT);
    scope.add(right.alias(), right.columns());
    return (engine == Engine.POSTGRESQL ? " FULL JOIN " : " JOIN ")
        + (table.name() + " " + right.alias() + " ON " + on);
  }

  private String on(RandomScope scope) {
    String on = " ON " + equality(scope);
    return choices.oneIn(4) ? on + " AND " + expressions.condition(scope) : on;
  }

  private String equality(RandomScope scope) {
    ValueType type = choices.of(JOINED);
    List<RandomScope.Source> sources = scope.sources();
    String right = columnOf(sources.get(sources.size() - 1), type);
    String left = columnOf(sources.get(choices.below(sources.size() - 1)), type);
    return left + " = " + right;
  }

  private String columnOf(RandomScope.Source source, ValueType type) {
    List<Column> columns =
        source.columns().stream().filter(column -> column.type() == type).toList();
    return columns.isEmpty()
        ? expressions.constant(type)
        : source.alias() + "." + choices.from(columns).name();
  }

  /** A join by columns of one name, as long as it is clear of which tables. */
  private String merging(RandomScope scope) {
    List<RandomScope.Source> before = List.copyOf(scope.sources());
    String source = source(scope);
    List<String> common =
        scope.sources().get(scope.sources().size() - 1).columns().stream()
            .map(Column::name)
            .filter(name -> before.stream().filter(each -> each.has(name)).count() == 1)
            .toList();
    if (before.size() > 1 || common.isEmpty()) {
      return " CROSS JOIN " + source;
    }
    String side = choices.of(new String[] {"", "LEFT ", "RIGHT "});
    if (common.size() < MAX_COMMON && choices.oneIn(3)) {
      common.forEach(scope::merge);
      return " NATURAL " + side + "JOIN " + source;
    }
    String name = choices.from(common);
    scope.merge(name);
    return " " + side + "JOIN " + source + " USING (" + name + ")";
  }

  /** MariaDB has none. */
  private String lateral(RandomScope scope) {
    if (engine == Engine.MARIADB || queries.isNested() || onlyTables) {
      return " JOIN " + source(scope) + on(scope);
    }
    List<ValueType> types = List.of(choices.of(ValueType.values()), choices.of(ValueType.values()));
    String query = queries.select(types, scope);
    String alias = "t" + ++aliases;
    boolean outer = choices.oneIn(2);
    scope.add(alias, columns(types));
    return outer
        ? " LEFT JOIN LATERAL (" + query + ") " + alias + " ON TRUE"
        : " CROSS JOIN LATERAL (" + query + ") " + alias;
  }

  /** A table or what looks like one. */
  String source(RandomScope scope) {
    String alias = "t" + ++aliases;
    if (!named.isEmpty() && !queries.isNested() && choices.oneIn(2)) {
      RandomScope.Source cte = choices.from(named);
      scope.add(alias, cte.columns());
      return cte.alias() + " " + alias;
    }
    if (!queries.isNested() && !onlyTables && choices.oneIn(6)) {
      List<ValueType> types =
          List.of(choices.of(ValueType.values()), choices.of(ValueType.values()));
      String query = queries.rows(types);
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

  /** The columns of a query that labels them c1, c2, … */
  static List<Column> columns(List<ValueType> types) {
    List<Column> columns = new ArrayList<>();
    for (ValueType type : types) {
      columns.add(Column.actual("c" + (columns.size() + 1), type));
    }
    return columns;
  }
}
