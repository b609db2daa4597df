package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.ValueType;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random statements that read, each of which has but one answer. */
final class RandomReads {

  private static final String[] AGGREGATES = {
    "MAX(%s)", "MIN(%s)", "COUNT(%s)", "COUNT(DISTINCT %s)"
  };

  private final Choices choices;
  private final Engine engine;
  private final RandomQueries queries;
  private final RandomExpressions expressions;

  RandomReads(Choices choices, Engine engine, RandomQueries queries) {
    this.choices = choices;
    this.engine = engine;
    this.queries = queries;
    this.expressions = queries.expressions();
  }

  String statement() {
    return switch (choices.below(9)) {
      case 0, 1 -> star();
      case 2 -> grouped();
      case 3 -> rolledUp();
      case 4 -> setOperation();
      case 5 -> withQuery();
      case 6 -> recursive();
      default -> ordered(types(3));
    };
  }

  private List<ValueType> types(int count) {
    return IntStream.range(0, count).mapToObj(any -> queries.type()).toList();
  }

  private String star() {
    // MariaDB shows some of its types otherwise: see MySqlDeviations.
    queries.ban(RandomTables.WIDGETS);
    RandomScope scope = new RandomScope(null);
    String from = queries.tables().from(scope);
    String items =
        scope.sources().size() == 1 || choices.oneIn(2)
            ? "*"
            : choices.from(scope.sources()).alias() + ".*";
    // PostgreSQL locks no outer join, unless conditions make it an inner one: see Deviation.
    boolean lockable = scope.sources().size() == 1 && !from.startsWith("(");
    boolean locks = lockable && choices.oneIn(6);
    String lock = engine == Engine.MARIADB ? " LOCK IN SHARE MODE" : " FOR SHARE";
    return "SELECT "
        + items
        + " FROM "
        + from
        + queries.where(scope)
        + (locks ? choices.of(new String[] {" FOR UPDATE", lock}) : "");
  }

  private String ordered(List<ValueType> types) {
    String query = queries.windowed(types) + byAll(types.size());
    return choices.oneIn(3) ? query + " LIMIT " + (1 + choices.below(4)) : query;
  }

  private static String byAll(int columns) {
    return IntStream.rangeClosed(1, columns)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private String setOperation() {
    List<ValueType> types = types(2);
    String query = queries.select(types, null) + queries.operation() + queries.select(types, null);
    return (choices.oneIn(4) ? query + queries.operation() + queries.select(types, null) : query)
        + byAll(2);
  }

  private String withQuery() {
    List<String> ctes = new ArrayList<>();
    int count = 1 + choices.below(2);
    for (int i = 1; i <= count; i++) {
      List<ValueType> types = types(2);
      ctes.add("w" + i + " AS (" + queries.rows(types) + ")");
      queries.tables().name("w" + i, RandomFrom.columns(types));
    }
    String with = "WITH " + String.join(", ", ctes) + " ";
    if (choices.oneIn(2)) {
      return with + ordered(types(2));
    }
    queries.ban(RandomTables.WIDGETS);
    RandomScope scope = new RandomScope(null);
    String from = queries.tables().from(scope);
    return with + "SELECT * FROM " + from + queries.where(scope);
  }

  /** Who works for whom. */
  private String recursive() {
    String shown = choices.from(RandomTables.USERS.columns()).name();
    RandomScope first = new RandomScope(null);
    first.add("u", RandomTables.USERS.columns());
    String begin = choices.oneIn(2) ? " AND " + expressions.condition(first) : "";
    RandomScope scope = new RandomScope(null);
    scope.add("r", List.of(Column.actual("a", ValueType.NUMBER)));
    return "WITH RECURSIVE r (a, b) AS (SELECT u.id, u.%1$s FROM users u WHERE u.manager_id IS NULL"
            .formatted(shown)
        + begin
        + " UNION ALL SELECT u.id, u.%1$s FROM users u JOIN r ON u.manager_id = r.a)"
            .formatted(shown)
        + " SELECT a, b FROM r"
        + queries.where(scope)
        + byAll(2);
  }

  private String grouped() {
    RandomScope scope = new RandomScope(null);
    String from = queries.tables().from(scope);
    List<String> keys = new ArrayList<>();
    int count = 1 + choices.below(2);
    for (int i = 0; i < count; i++) {
      keys.add(expressions.column(queries.type(), scope));
    }
    String sum = "SUM(" + expressions.column(ValueType.NUMBER, scope) + ")";
    List<String> items = new ArrayList<>(keys);
    items.add(aggregate(scope));
    boolean ranked = choices.oneIn(4);
    items.add(ranked ? keyed(sum) : sum);
    // MariaDB 11.8.6 finds no groups where a window goes over sums and HAVING asks for others.
    boolean filtered = !(ranked && engine == Engine.MARIADB) && choices.oneIn(3);
    String having = filtered ? " HAVING " + having(scope) : "";
    return "SELECT "
        + String.join(", ", labelled(items))
        + " FROM "
        + from
        + queries.where(scope)
        + " GROUP BY "
        + String.join(", ", keys)
        + having
        + byAll(items.size());
  }

  private static String keyed(String sum) {
    return "RANK() OVER (ORDER BY " + sum + ")";
  }

  private String having(RandomScope scope) {
    return choices.oneIn(2)
        ? "COUNT(*) > 1"
        : "MAX(" + expressions.column(ValueType.NUMBER, scope) + ") >= " + choices.below(3);
  }

  private String aggregate(RandomScope scope) {
    return choices.of(AGGREGATES).formatted(expressions.column(queries.type(), scope));
  }

  private static List<String> labelled(List<String> items) {
    return IntStream.range(0, items.size()).mapToObj(i -> items.get(i) + " AS g" + i).toList();
  }

  /** A column, as MySQL sums up constants over no rows in one way or the other. */
  private String key(RandomScope scope) {
    List<String> columns = new ArrayList<>();
    for (ValueType type : ValueType.values()) {
      columns.addAll(scope.columns(type));
    }
    return choices.from(columns);
  }

  /** MariaDB takes no ORDER BY here; where there is none, rows are compared in any order. */
  private String rolledUp() {
    if (engine == Engine.MYSQL) {
      // It shows constants of derived tables, or NULL, where there are no rows at all.
      queries.tables().takeTablesOnly();
    }
    RandomScope scope = new RandomScope(null);
    String from = queries.tables().from(scope);
    String first = key(scope);
    String second = key(scope);
    String keys = first.equals(second) ? first : first + ", " + second;
    return "SELECT "
        + keys
        + ", COUNT(*) AS n, "
        + aggregate(scope)
        + " AS a FROM "
        + from
        + queries.where(scope)
        + " GROUP BY "
        + (engine == Engine.POSTGRESQL ? "ROLLUP (" + keys + ")" : keys + " WITH ROLLUP");
  }
}
