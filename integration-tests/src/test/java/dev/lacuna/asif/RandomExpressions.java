package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.ValueType;
import dev.lacuna.engine.Engine;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Random expressions that every engine takes. */
final class RandomExpressions {

  private static final int MAX_DEPTH = 3;

  private static final String[] TEXTS = {"x", "Ada", "London", "open", "Rex", "it''s", ""};
  private static final String[] DATES = {"2026-01-01", "2026-02-28", "1999-12-31"};
  private static final String[] TIMES = {"2026-02-28 12:00:00", "1999-12-31 23:59:59"};
  private static final String[] COMPARISONS = {"=", "<", "<>", ">=", ">", "<="};
  private static final String[] SUMS = {" + ", " - ", " * "};

  /**
   * Of ranks, which are unsigned, MySQL takes nothing away; which rows it tries is up to the plan.
   */
  private static final String[] SUMS_ON_MYSQL = {" + ", " * "};

  private final Choices choices;
  private final Engine engine;
  private final boolean markers;
  private final List<Object> parameters = new ArrayList<>();
  private final RandomQueries queries;
  private int depth;

  /**
   * For one statement.
   *
   * @param markers whether some constants are parameters
   */
  RandomExpressions(Choices choices, Engine engine, boolean markers, RandomQueries queries) {
    this.choices = choices;
    this.engine = engine;
    this.markers = markers;
    this.queries = queries;
  }

  /** The parameters, in the order in which they were made. */
  List<Object> parameters() {
    return parameters;
  }

  /** An expression of a type. */
  String of(ValueType type, RandomScope scope) {
    depth++;
    try {
      return switch (choices.below(depth >= MAX_DEPTH ? 3 : 7)) {
        case 0, 1 -> column(type, scope);
        case 2 -> constant(type);
        case 3 -> operation(type, scope);
        case 4 -> "COALESCE(" + of(type, scope) + ", " + of(type, scope) + ")";
        case 5 ->
            "CASE WHEN %s THEN %s ELSE %s END"
                .formatted(condition(scope), of(type, scope), column(type, scope));
        default -> queries.scalar(type, scope);
      };
    } finally {
      depth--;
    }
  }

  String column(ValueType type, RandomScope scope) {
    List<String> outer = scope.outerColumns(type);
    List<String> own = scope.columns(type);
    boolean fromOuter = !outer.isEmpty() && (own.isEmpty() || choices.oneIn(4));
    List<String> names = fromOuter ? outer : own;
    return names.isEmpty() ? constant(type) : choices.from(names);
  }

  String constant(ValueType type) {
    return switch (type) {
      case NUMBER -> number();
      case TEXT -> text();
      case DATE -> date();
      case TIME -> time();
    };
  }

  /** A constant that is stored, so that a marker has the type of its column. */
  String stored(ValueType type) {
    inComparison = true;
    try {
      return constant(type);
    } finally {
      inComparison = false;
    }
  }

  private String number() {
    int value = choices.below(8) - 2;
    return marked(value) ? marker() : String.valueOf(value);
  }

  private String text() {
    String value = choices.of(TEXTS);
    return marked(value.replace("''", "'")) ? marker() : "'" + value + "'";
  }

  private String date() {
    String value = choices.of(DATES);
    return marked(Date.valueOf(value)) ? marker() : "DATE '" + value + "'";
  }

  private String time() {
    String value = choices.of(TIMES);
    return marked(Timestamp.valueOf(value)) ? marker() : "TIMESTAMP '" + value + "'";
  }

  /** A marker between other constants alone has no type that every engine knows. */
  private boolean marked(Object value) {
    boolean marked = markers && inComparison && choices.oneIn(2);
    if (marked) {
      parameters.add(value);
    }
    return marked;
  }

  /** With its number, as parts of a text are not made in the order in which they stand in it. */
  private String marker() {
    return "?" + (parameters.size() - 1) + "?";
  }

  private boolean inComparison;

  private String operation(ValueType type, RandomScope scope) {
    return switch (type) {
      case NUMBER ->
          "("
              + of(type, scope)
              + choices.of(engine == Engine.MYSQL ? SUMS_ON_MYSQL : SUMS)
              + of(type, scope)
              + ")";
      case TEXT ->
          switch (choices.below(3)) {
            case 0 -> "UPPER(" + of(type, scope) + ")";
            case 1 -> "CONCAT(" + of(type, scope) + ", " + of(type, scope) + ")";
            default -> "NULLIF(" + of(type, scope) + ", " + of(type, scope) + ")";
          };
      case DATE, TIME -> "COALESCE(" + column(type, scope) + ", " + constant(type) + ")";
    };
  }

  /**
   * A window function that gives the same to rows that its window cannot tell apart. Of a FROM
   * without columns to tell them by, an expression: MySQL 9.7.4 crashes over windows of constants.
   */
  String window(ValueType type, RandomScope scope) {
    List<ValueType> told =
        Stream.of(ValueType.values()).filter(each -> !scope.columns(each).isEmpty()).toList();
    if (told.isEmpty()) {
      return of(type, scope);
    }
    String value = windowed(type, scope);
    String function = choices.of(new String[] {"MAX(%s)", "MIN(%s)"}).formatted(value);
    if (type == ValueType.NUMBER) {
      function =
          choices
              .of(new String[] {"RANK()", "DENSE_RANK()", "COUNT(*)", "COUNT(%s)", "SUM(%s)"})
              .formatted(value);
    }
    return function
        + " OVER (PARTITION BY "
        + windowed(choices.from(told), scope)
        + " ORDER BY "
        + windowed(choices.from(told), scope)
        + (choices.oneIn(2) ? " DESC)" : ")");
  }

  /** MariaDB takes a column of a derived table that is named in two ways for ambiguous there. */
  private String windowed(ValueType type, RandomScope scope) {
    List<String> columns = scope.columns(type);
    List<String> qualified = columns.stream().filter(name -> name.contains(".")).toList();
    return columns.isEmpty()
        ? constant(type)
        : choices.from(qualified.isEmpty() ? columns : qualified);
  }

  /** A condition. */
  String condition(RandomScope scope) {
    depth++;
    try {
      ValueType type = choices.of(ValueType.values());
      return switch (choices.below(depth >= MAX_DEPTH ? 4 : 12)) {
        case 0 -> column(type, scope) + choices.of(new String[] {" IS NULL", " IS NOT NULL"});
        case 1, 2 -> comparison(type, scope);
        case 3 -> column(type, scope) + " IN (" + constant(type) + ", " + constant(type) + ")";
        case 4 -> "(" + condition(scope) + " AND " + condition(scope) + ")";
        case 5 -> "(" + condition(scope) + " OR " + condition(scope) + ")";
        case 6 -> "NOT (" + condition(scope) + ")";
        case 7 -> column(ValueType.TEXT, scope) + " LIKE '%a%'";
        case 8 -> queries.exists(scope);
        case 9 ->
            column(type, scope) + " BETWEEN " + constant(type) + " AND " + column(type, scope);
        case 10 -> column(type, scope) + same() + of(type, scope);
        default -> queries.in(type, scope);
      };
    } finally {
      depth--;
    }
  }

  private String same() {
    return engine == Engine.POSTGRESQL ? " IS NOT DISTINCT FROM " : " <=> ";
  }

  private String comparison(ValueType type, RandomScope scope) {
    String left = column(type, scope);
    inComparison = true;
    String right = constant(type);
    inComparison = false;
    return left
        + " "
        + choices.of(COMPARISONS)
        + " "
        + (choices.oneIn(3) && !right.startsWith("?") ? of(type, scope) : right);
  }
}
