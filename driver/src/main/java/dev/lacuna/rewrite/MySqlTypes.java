package dev.lacuna.rewrite;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Clauses;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of a column's declared type on MySQL and MariaDB.
 *
 * <p>{@code CAST} knows a few types only; a column of {@code JSON_TABLE} may have nearly any (MySQL
 * 9.7 Reference Manual, 14.17.6 "JSON Table Functions"; MariaDB, "JSON_TABLE"). So the value is
 * made JSON and read back as a column. Selected by itself it is one row that the optimizer knows,
 * and the plan stays that of the table.
 */
final class MySqlTypes {

  private static final Set<String> SPATIAL =
      Set.of(
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection");

  /** MariaDB's types of its plugins, which JSON_TABLE has no columns of. */
  private static final Set<String> CAST_ONLY = Set.of("uuid", "inet4", "inet6");

  /** Longer characters become text where the server keeps a result, for a cursor say. */
  private static final Pattern CASTABLE =
      Pattern.compile(
          "varchar ?(?<characters>\\( ?[1-4]?\\d{1,2} ?\\))(?: COLLATE utf8mb4_\\w+)?"
              + "|varbinary ?(?<bytes>\\( ?[1-4]?\\d{1,2} ?\\))"
              + "|(?<integer>bigint)(?<unsigned> unsigned)?"
              + "|decimal ?\\( ?\\d+ ?, ?\\d+ ?\\)"
              + "|date|time|datetime(?: ?\\( ?\\d ?\\))?",
          Pattern.CASE_INSENSITIVE);

  private static final String READ = "(SELECT lacuna_c FROM JSON_TABLE(";

  private final boolean isMariaDb;

  MySqlTypes(boolean isMariaDb) {
    this.isMariaDb = isMariaDb;
  }

  /**
   * The same of which MariaDB does not know ahead that it has one row. Where it knows, and windows
   * are ordered by a constant of that row in several ways, it may take each row for its own peer
   * (11.8.6: {@code SELECT COUNT(*) OVER (PARTITION BY a.id ORDER BY d.name), RANK() OVER
   * (PARTITION BY d.name ORDER BY d.name), d.name FROM users a JOIN users b JOIN users d WHERE d.id
   * = 1} counts 1 for each).
   */
  String rowBesideWindows(List<DeclaredColumn> columns) {
    return isMariaDb
        ? values(columns)
            + " FROM JSON_TABLE('{}', '$' COLUMNS (lacuna_o FOR ORDINALITY)) lacuna_r LIMIT 1"
        : row(columns);
  }

  private String values(List<DeclaredColumn> columns) {
    return columns.stream()
        .map(column -> value(column.defaultExpression(), column.type()) + " AS " + name(column))
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  /**
   * A query of one row with what missing columns show.
   *
   * <p>MySQL makes integers of every size BIGINT where a sub-select is materialized, so its row
   * comes from the table function itself; a limit tells its optimizer that it is one. MariaDB keeps
   * the sizes, and takes a row for one only where no table is selected from. There the limit keeps
   * it from merging what has no table: 11.8.6 then takes constants that an outer join nulls for
   * constants, so that {@code t LEFT JOIN (SELECT 1 + 1 AS c …) n … WHERE n.c IS NULL} beside such
   * a row finds nothing.
   */
  String row(List<DeclaredColumn> columns) {
    if (isMariaDb) {
      return values(columns) + " LIMIT 1";
    }
    List<String> items = new ArrayList<>();
    List<String> members = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (DeclaredColumn column : columns) {
      String expression = column.defaultExpression();
      String field = "lacuna_c" + fields.size();
      if (isSpecial(column)) {
        items.add(value(expression, column.type()) + " AS " + name(column));
        continue;
      }
      items.add(field + " AS " + name(column));
      fields.add(
          field
              + " "
              + columnType(Tokens.of(column.type(), Dialect.MYSQL))
              + " PATH '$."
              + field
              + "'");
      if (expression != null) {
        members.add("'" + field + "', " + expression);
      }
    }
    String all = "SELECT " + String.join(", ", items);
    return fields.isEmpty()
        ? all
        : all
            + " FROM JSON_TABLE("
            + (members.isEmpty() ? "'{}'" : "JSON_OBJECT(" + String.join(", ", members) + ")")
            + ", '$' COLUMNS ("
            + String.join(", ", fields)
            + ")) lacuna_j LIMIT 1";
  }

  private static String name(DeclaredColumn column) {
    return Dialect.MYSQL.quote(column.spelling());
  }

  /** Whether the value is not simply read from JSON. */
  private static boolean isSpecial(DeclaredColumn column) {
    Tokens type = Tokens.of(column.type(), Dialect.MYSQL);
    boolean marked = type.isAny(0, "JSON", "BIT") || isBoolean(type);
    return SPATIAL.contains(type.identifier(0)) || (marked && column.defaultExpression() != null);
  }

  /** A default as a value of a type; null stands for NULL. */
  String value(@Nullable String expression, String type) {
    Tokens tokens = Tokens.of(type, Dialect.MYSQL);
    String name = tokens.identifier(0);
    if (SPATIAL.contains(name)) {
      // JSON_TABLE makes nothing of a geometry, and MariaDB's has no column for one.
      return expression == null ? "ST_GeomFromText(NULL)" : "(" + expression + ")";
    }
    if (CAST_ONLY.contains(name)) {
      return "CAST(" + (expression == null ? "NULL" : expression) + " AS " + type + ")";
    }
    if (expression == null) {
      return read("'{}'", columnType(tokens), "PATH");
    }
    return switch (name) {
      case "json" -> json(expression);
      case "bit" -> isOneBit(tokens) ? bit(expression) : bits(expression, tokens);
      case "bool", "boolean", "tinyint" ->
          isBoolean(tokens) ? bit(expression) : generic(expression, tokens);
      default -> generic(expression, tokens);
    };
  }

  /**
   * The same where it may stand beside {@code IN}, {@code ALL} or {@code ANY}. MariaDB pushes a
   * sub-select on their left into the one on their right, where the table function has no row any
   * more (11.8.6: {@code … NOT IN (SELECT users.id FROM pets)} held of no user); out of a derived
   * table with a limit it has.
   */
  String operand(@Nullable String expression, String type) {
    String value = value(expression, type);
    return isMariaDb && value.startsWith(READ)
        ? "(SELECT lacuna_c FROM " + value.substring(0, value.length() - 1) + " LIMIT 1) lacuna_k)"
        : value;
  }

  /**
   * NULL of that type, where {@code CAST} makes it with all that a result tells of a column of it;
   * else null (MySQL 9.7 Reference Manual, 14.10 "Cast Functions and Operators"; tried, as on
   * MariaDB 11.8.6).
   */
  @Nullable String constantNull(String type) {
    Matcher cast = CASTABLE.matcher(type);
    if (!cast.matches() || (isMariaDb && cast.group("integer") != null)) {
      return null;
    }
    String target = type;
    if (cast.group("characters") != null) {
      target = "CHAR" + cast.group("characters");
    } else if (cast.group("bytes") != null) {
      target = "BINARY" + cast.group("bytes");
    } else if (cast.group("integer") != null) {
      target = cast.group("unsigned") == null ? "SIGNED" : "UNSIGNED";
    }
    return "CAST(NULL AS " + target + ")";
  }

  private String generic(String expression, Tokens type) {
    return read("JSON_OBJECT('x', " + expression + ")", columnType(type), "PATH");
  }

  /** What makes any value one of a type. */
  Forms.Around around(String type) {
    Tokens tokens = Tokens.of(type, Dialect.MYSQL);
    if (CAST_ONLY.contains(tokens.identifier(0))) {
      return new Forms.Around("CAST((", ") AS " + type + ")");
    }
    if (tokens.is(0, "JSON") && !isMariaDb) {
      return new Forms.Around("CAST((", ") AS JSON)");
    }
    if (SPATIAL.contains(tokens.identifier(0))
        || tokens.isAny(0, "JSON", "BIT")
        || isBoolean(tokens)) {
      return new Forms.Around("(", ")");
    }
    String text = columnType(tokens);
    return new Forms.Around(
        "(SELECT lacuna_c FROM JSON_TABLE(JSON_OBJECT('x', (",
        ")), '$' COLUMNS (lacuna_c " + text + " PATH '$.x')) lacuna_j)");
  }

  /**
   * The same of a value that may be a query, where it may stand beside {@code IN}, {@code ALL} or
   * {@code ANY}. MySQL's function takes no query for an argument (error 1210), but a column that is
   * one. On MariaDB a condition keeps the constant ones from being pushed: see {@link #operand}.
   */
  Forms.Around aroundQuery(String type) {
    Forms.Around column = around(type);
    if (isMariaDb) {
      return column.before().startsWith(READ)
          ? new Forms.Around("IF(TRUE, " + column.before(), column.after() + ", NULL)")
          : column;
    }
    int at = column.before().indexOf("JSON_TABLE(");
    if (at < 0) {
      return column;
    }
    return new Forms.Around(
        column.before().substring(0, at) + "(SELECT (",
        ") AS lacuna_v) lacuna_w, " + column.before().substring(at) + "lacuna_v" + column.after());
  }

  private static String read(String json, String type, String how) {
    return READ + json + ", '$' COLUMNS (lacuna_c " + type + " " + how + " '$.x')) lacuna_j)";
  }

  private static String bit(String expression) {
    return read("IF(" + expression + ", '{\"x\": 1}', '{}')", "bit(1)", "EXISTS PATH");
  }

  /** MariaDB reads bits from the characters of the JSON; so there the value is but the number. */
  private String bits(String expression, Tokens type) {
    String number = "CAST(" + expression + " AS UNSIGNED)";
    return isMariaDb ? number : generic(number, type);
  }

  /** MariaDB's is text with a check. */
  private String json(String expression) {
    return isMariaDb
        ? read("JSON_OBJECT('x', CONCAT(" + expression + "))", "longtext", "PATH")
        : "CAST(" + expression + " AS JSON)";
  }

  /**
   * The type as a column of {@code JSON_TABLE} has it. The drivers take {@code tinyint(1)} for a
   * boolean by its width, which is lost there; {@code bit(1)} is one to them, too.
   */
  private String columnType(Tokens type) {
    if (isBoolean(type)) {
      return "bit(1)";
    }
    if (isMariaDb && type.isAny(0, "ENUM", "SET")) {
      int behind = new Clauses(type).next(1);
      return "char(" + width(type) + ") " + type.text(new Range(behind, type.count()));
    }
    return isMariaDb && type.is(0, "JSON") ? "longtext" : type.text();
  }

  private static boolean isBoolean(Tokens type) {
    return type.isAny(0, "BOOL", "BOOLEAN")
        || (type.is(0, "TINYINT") && type.is(1, '(') && type.text(2).equals("1"));
  }

  private static boolean isOneBit(Tokens type) {
    return type.count() < 3 || type.text(2).equals("1");
  }

  /** How long the longest value of an ENUM is, or all those of a SET with commas between them. */
  private static int width(Tokens type) {
    int longest = 0;
    int all = -1;
    for (Range value : new Clauses(type).split(new Clauses(type).inside(1))) {
      int length = type.text(value).length() - 2;
      longest = Math.max(longest, length);
      all += length + 1;
    }
    return Math.max(1, type.is(0, "SET") ? all : longest);
  }
}
