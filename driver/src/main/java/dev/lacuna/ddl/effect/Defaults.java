package dev.lacuna.ddl.effect;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells whether a default has one value for all rows. */
public final class Defaults {

  // PostgreSQL 18 manual, 9.9 and 9.26: the same value throughout a transaction, or always.
  private static final Set<String> STABLE =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "current_timestamp",
          "localtimestamp",
          "current_time",
          "localtime",
          "current_date",
          "current_user",
          "session_user",
          "current_setting",
          "current_schema",
          "current_database",
          "coalesce",
          "nullif",
          "greatest",
          "least",
          "lower",
          "upper",
          "concat",
          "md5",
          "to_char",
          "to_timestamp",
          "to_date",
          "date_trunc",
          "date_part",
          "make_date",
          "make_interval",
          "timezone",
          "length",
          "round",
          "abs",
          "floor",
          "ceil",
          "jsonb_build_object",
          "json_build_object",
          "jsonb_build_array",
          "json_build_array",
          "array_fill",
          "decode",
          "encode",
          "cast",
          "extract",
          "any",
          "all",
          "in",
          "and",
          "or",
          "not",
          "numeric",
          "decimal",
          "varchar",
          "char",
          "character",
          "varying",
          "bit",
          "timestamp",
          "timestamptz",
          "time",
          "interval",
          "float");

  private Defaults() {}

  /** The names of the functions that an expression calls, in lower case. */
  public static Set<String> functions(String expression) {
    Tokens tokens = Tokens.of(expression, Dialect.POSTGRESQL);
    Set<String> functions = new HashSet<>();
    for (int i = 0; i + 1 < tokens.count(); i++) {
      boolean type = tokens.is(i - 1, TokenKind.OPERATOR) && tokens.text(i - 1).equals("::");
      if (tokens.isName(i) && tokens.is(i + 1, '(') && !type) {
        functions.add(tokens.identifier(i));
      }
    }
    return functions;
  }

  /**
   * Whether PostgreSQL computes the default for each row. A function that nobody knows is taken for
   * one that does.
   */
  public static boolean isVolatile(String expression, Facts facts) {
    Set<String> known = facts.volatileFunctions();
    return functions(expression).stream()
        .anyMatch(name -> known == null ? !STABLE.contains(name) : known.contains(name));
  }

  /**
   * Whether the default of a MySQL column is an expression in parentheses rather than a literal or
   * {@code CURRENT_TIMESTAMP}.
   */
  static boolean isMysqlExpression(String expression) {
    return expression.startsWith("(");
  }

  /** Whether an expression has another value each time, on MySQL and MariaDB. */
  static boolean isMysqlVolatile(String expression) {
    String text = expression.toLowerCase(Locale.ROOT);
    return text.matches(
        "(?s).*\\b(uuid|uuid_short|rand|random_bytes|sys_guid|sysdate|nextval)\\b.*");
  }
}
