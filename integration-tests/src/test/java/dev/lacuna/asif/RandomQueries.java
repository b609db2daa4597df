package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.asif.RandomTables.ValueType;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random queries, for the statements that are one and for the places that take one. */
final class RandomQueries {

  private final Choices choices;
  private final boolean comparesRows;
  private final RandomExpressions expressions;
  private final RandomFrom tables;
  private int nesting;

  /**
   * For one statement.
   *
   * @param markers whether some constants are parameters
   * @param comparesRows whether rows are compared with those of a query
   */
  RandomQueries(Choices choices, Engine engine, boolean markers, boolean comparesRows) {
    this.choices = choices;
    this.comparesRows = comparesRows;
    this.expressions = new RandomExpressions(choices, engine, markers, this);
    this.tables = new RandomFrom(choices, engine, expressions, this);
  }

  RandomExpressions expressions() {
    return expressions;
  }

  RandomFrom tables() {
    return tables;
  }

  /** Sub-queries must not read this table: MySQL refuses to read what it writes. */
  void ban(Table table) {
    tables.ban(table);
  }

  /** Whether what is made now stands in another query. */
  boolean isNested() {
    return nesting > 1;
  }

  ValueType type() {
    return choices.of(ValueType.values());
  }

  /** A SELECT of expressions of these types, labelled c1, c2, … */
  String select(List<ValueType> types, @Nullable RandomScope outer) {
    return select(types, outer, false);
  }

  /**
   * The same with window functions, which stand in no sub-query, set operation or DISTINCT: MySQL
   * 9.7.4 refuses some of those, and crashes over others.
   */
  String windowed(List<ValueType> types) {
    return select(types, null, true);
  }

  private String select(List<ValueType> types, @Nullable RandomScope outer, boolean windows) {
    nesting++;
    try {
      RandomScope scope = new RandomScope(outer);
      String from = tables.from(scope);
      boolean distinct = choices.oneIn(6);
      List<String> items = new ArrayList<>();
      for (ValueType type : types) {
        boolean window = windows && !distinct && choices.oneIn(6);
        String item = window ? expressions.window(type, scope) : expressions.of(type, scope);
        items.add(item + " AS c" + (items.size() + 1));
      }
      return (distinct ? "SELECT DISTINCT " : "SELECT ")
          + String.join(", ", items)
          + " FROM "
          + from
          + where(scope);
    } finally {
      nesting--;
    }
  }

  /** The same, or several of them as one; knows nothing of the queries around it. */
  String rows(List<ValueType> types) {
    if (isNested() || !choices.oneIn(5)) {
      return windowed(types);
    }
    return select(types, null) + operation() + select(types, null);
  }

  String operation() {
    return choices.of(new String[] {" UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT "});
  }

  String where(RandomScope scope) {
    return choices.below(3) == 0 ? "" : " WHERE " + expressions.condition(scope);
  }

  /** A sub-query of one value. */
  String scalar(ValueType type, RandomScope outer) {
    nesting++;
    try {
      RandomScope scope = new RandomScope(outer);
      String from = tables.source(scope);
      String function = choices.of(new String[] {"MAX", "MIN"});
      String value = "%s(%s)".formatted(function, own(type, scope));
      return "(SELECT " + value + " FROM " + from + where(scope) + ")";
    } finally {
      nesting--;
    }
  }

  /** An aggregate of outer columns alone would be one of the query around. */
  private String own(ValueType type, RandomScope scope) {
    List<String> columns = scope.columns(type);
    return columns.isEmpty() ? expressions.constant(type) : choices.from(columns);
  }

  String exists(RandomScope outer) {
    nesting++;
    try {
      RandomScope scope = new RandomScope(outer);
      String from = tables.source(scope);
      String not = choices.oneIn(3) ? "NOT " : "";
      return not
          + "EXISTS (SELECT "
          + choices.of(new String[] {"1", "*"})
          + " FROM "
          + from
          + " WHERE "
          + expressions.condition(scope)
          + ")";
    } finally {
      nesting--;
    }
  }

  /** A comparison with the rows of a query. */
  String in(ValueType type, RandomScope outer) {
    String column = expressions.column(type, outer);
    return switch (choices.below(comparesRows ? 5 : 4)) {
      case 0, 1 -> column + " IN (" + select(List.of(type), outer) + ")";
      case 2 -> column + " NOT IN (" + select(List.of(type), outer) + ")";
      case 3 -> column + " >= ALL (" + select(List.of(type), outer) + ")";
      default -> {
        ValueType second = type();
        String left = "(" + column + ", " + expressions.column(second, outer) + ")";
        yield left + " IN (" + select(List.of(type, second), outer) + ")";
      }
    };
  }
}
