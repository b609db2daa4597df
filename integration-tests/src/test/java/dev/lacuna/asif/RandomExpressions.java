package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Type;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;

/** Random expressions that every engine takes. */
final class RandomExpressions {

  private static final int MAX_DEPTH = 3;

  private static final String[] TEXTS = {"x", "Ada", "London", "open", "Rex", "it''s", ""};
  private static final String[] DATES = {"2026-01-01", "2026-02-28", "1999-12-31"};
  private static final String[] COMPARISONS = {"=", "<", "<>", ">=", ">", "<="};
  private static final String[] SUMS = {" + ", " - ", " * "};

  private final Choices choices;
  private final boolean markers;
  private final List<Object> parameters = new ArrayList<>();
  private final RandomQueries queries;
  private int depth;

  /**
   * For one statement.
   *
   * @param markers whether some constants are parameters
   */
  RandomExpressions(Choices choices, boolean markers, RandomQueries queries) {
    this.choices = choices;
    this.markers = markers;
    this.queries = queries;
  }

  List<Object> parameters() {
    return parameters;
  }

  /** An expression of a type. */
  String of(Type type, RandomScope scope) {
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

  String column(Type type, RandomScope scope) {
    List<String> outer = scope.outerColumns(type);
    List<String> own = scope.columns(type);
    boolean fromOuter = !outer.isEmpty() && (own.isEmpty() || choices.oneIn(4));
    List<String> names = fromOuter ? outer : own;
    return names.isEmpty() ? constant(type) : choices.from(names);
  }

  String constant(Type type) {
    return switch (type) {
      case NUMBER -> number();
      case TEXT -> text();
      case DATE -> date();
    };
  }

  private String number() {
    int value = choices.below(8) - 2;
    return marked(value) ? "?" : String.valueOf(value);
  }

  private String text() {
    String value = choices.of(TEXTS);
    return marked(value.replace("''", "'")) ? "?" : "'" + value + "'";
  }

  private String date() {
    String value = choices.of(DATES);
    return marked(Date.valueOf(value)) ? "?" : "DATE '" + value + "'";
  }

  /** A marker between other constants alone has no type that every engine knows. */
  private boolean marked(Object value) {
    boolean marked = markers && inComparison && choices.oneIn(2);
    if (marked) {
      parameters.add(value);
    }
    return marked;
  }

  private boolean inComparison;

  private String operation(Type type, RandomScope scope) {
    return switch (type) {
      case NUMBER -> "(" + of(type, scope) + choices.of(SUMS) + of(type, scope) + ")";
      case TEXT ->
          switch (choices.below(3)) {
            case 0 -> "UPPER(" + of(type, scope) + ")";
            case 1 -> "CONCAT(" + of(type, scope) + ", " + of(type, scope) + ")";
            default -> "NULLIF(" + of(type, scope) + ", " + of(type, scope) + ")";
          };
      case DATE -> "COALESCE(" + column(type, scope) + ", " + constant(type) + ")";
    };
  }

  /** A condition. */
  String condition(RandomScope scope) {
    depth++;
    try {
      Type type = choices.of(Type.values());
      return switch (choices.below(depth >= MAX_DEPTH ? 4 : 10)) {
        case 0 -> column(type, scope) + choices.of(new String[] {" IS NULL", " IS NOT NULL"});
        case 1, 2 -> comparison(type, scope);
        case 3 -> column(type, scope) + " IN (" + constant(type) + ", " + constant(type) + ")";
        case 4 -> "(" + condition(scope) + " AND " + condition(scope) + ")";
        case 5 -> "(" + condition(scope) + " OR " + condition(scope) + ")";
        case 6 -> "NOT (" + condition(scope) + ")";
        case 7 -> column(Type.TEXT, scope) + " LIKE '%a%'";
        case 8 -> queries.exists(scope);
        default -> queries.in(type, scope);
      };
    } finally {
      depth--;
    }
  }

  private String comparison(Type type, RandomScope scope) {
    String left = column(type, scope);
    inComparison = true;
    String right = constant(type);
    inComparison = false;
    return left
        + " "
        + choices.of(COMPARISONS)
        + " "
        + (choices.oneIn(3) && !right.equals("?") ? of(type, scope) : right);
  }

  /** Whether what is made now stands in sub-queries as deep as they may be. */
  boolean isDeep() {
    return depth >= MAX_DEPTH;
  }
}
