package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As Connector/J and MariaDB's driver have them: both read the type as the server spells it, so
 * that most of it is in the declaration, too.
 */
final class MySqlColumnFacts extends ColumnFacts {

  private static final Map<String, String> SYNONYMS =
      Map.of(
          "INTEGER",
          "INT",
          "NUMERIC",
          "DECIMAL",
          "DEC",
          "DECIMAL",
          "FIXED",
          "DECIMAL",
          "REAL",
          "DOUBLE",
          "CHARACTER",
          "CHAR");

  /** The sizes of what has none of its own (MySQL 9.7 Reference Manual, 13.7). */
  private static final Map<String, String> SIZES =
      Map.of(
          "TINYTEXT",
          "255",
          "TEXT",
          "65535",
          "MEDIUMTEXT",
          "16777215",
          "LONGTEXT",
          "2147483647",
          "TINYBLOB",
          "255",
          "BLOB",
          "65535",
          "MEDIUMBLOB",
          "16777215",
          "LONGBLOB",
          "2147483647");

  private static final Set<String> FRACTIONAL = Set.of("DECIMAL", "DOUBLE", "FLOAT");
  private static final Set<String> WHOLE =
      Set.of("INT", "BIGINT", "SMALLINT", "MEDIUMINT", "TINYINT");
  private static final Set<String> CHARACTERS = Set.of("CHAR", "VARCHAR", "ENUM", "SET");

  /** What a character takes in utf8mb4, the servers' default. */
  private static final int BYTES_A_CHARACTER = 4;

  private final boolean isMariaDb;

  MySqlColumnFacts(boolean isMariaDb) {
    this.isMariaDb = isMariaDb;
  }

  @Override
  Map<String, @Nullable String> of(DeclaredColumn column, ResultSetMetaData result, int at)
      throws SQLException {
    Map<String, @Nullable String> facts = super.of(column, result, at);
    Tokens type = Tokens.of(column.type(), Dialect.MYSQL);
    String word = type.text(0).toUpperCase(Locale.ROOT);
    String name = isMariaDb && word.equals("JSON") ? "LONGTEXT" : SYNONYMS.getOrDefault(word, word);
    facts.put("BUFFER_LENGTH", "65535");
    facts.put("REMARKS", "");
    facts.put("SQL_DATA_TYPE", "0");
    facts.put("SQL_DATETIME_SUB", "0");
    facts.put("IS_GENERATEDCOLUMN", isGenerated(column) ? "YES" : "NO");
    facts.put("COLUMN_DEF", defaultText(column, result.getScale(at), name));
    if (isBoolean(type)) {
      booleanFacts(facts);
      return facts;
    }
    facts.put(
        "TYPE_NAME",
        name + (column.type().toUpperCase(Locale.ROOT).contains(" UNSIGNED") ? " UNSIGNED" : ""));
    facts.put("COLUMN_SIZE", size(name, type, facts.get("COLUMN_SIZE")));
    facts.put("DATA_TYPE", dataType(name, facts.get("DATA_TYPE")));
    facts.put("DECIMAL_DIGITS", digits(name, facts.get("DECIMAL_DIGITS")));
    String size = facts.get("COLUMN_SIZE");
    facts.put(
        "CHAR_OCTET_LENGTH",
        CHARACTERS.contains(name) && size != null
            ? String.valueOf(Long.parseLong(size) * BYTES_A_CHARACTER)
            : SIZES.containsKey(name) || name.endsWith("BINARY") ? size : null);
    return facts;
  }

  private void booleanFacts(Map<String, @Nullable String> facts) {
    facts.put("DECIMAL_DIGITS", isMariaDb ? "0" : null);
    if (isMariaDb) {
      facts.put("TYPE_NAME", "BOOLEAN");
      facts.put("COLUMN_SIZE", "3");
    }
  }

  private @Nullable String size(String name, Tokens type, @Nullable String size) {
    return switch (name) {
      case "JSON" -> "1073741824";
      case "BIT" -> type.count() > 2 ? type.text(2) : "1";
      case "TIME" -> timeSize(type);
      case "YEAR" -> isMariaDb ? null : size;
      default -> SIZES.getOrDefault(name, String.valueOf(size));
    };
  }

  /** Eight or ten characters, and a point and digits behind them if there are any. */
  private String timeSize(Tokens type) {
    int digits = type.count() > 2 ? Integer.parseInt(type.text(2)) : 0;
    int whole = isMariaDb ? 10 : 8;
    return String.valueOf(digits == 0 ? whole : whole + 1 + digits);
  }

  /** A driver may have another type for a column than for its values. */
  private @Nullable String dataType(String name, @Nullable String type) {
    if (name.equals("BIT")) {
      return String.valueOf(Types.BIT);
    }
    if (!isMariaDb) {
      return name.equals("TINYTEXT") ? String.valueOf(Types.VARCHAR) : type;
    }
    return switch (name) {
      case "BINARY" -> String.valueOf(Types.BINARY);
      case "TEXT", "MEDIUMTEXT", "LONGTEXT" -> String.valueOf(Types.LONGVARCHAR);
      case "BLOB", "MEDIUMBLOB", "LONGBLOB" -> String.valueOf(Types.LONGVARBINARY);
      case "ENUM", "SET" -> String.valueOf(Types.VARCHAR);
      default -> type;
    };
  }

  private @Nullable String digits(String name, @Nullable String scale) {
    boolean known = name.equals("DECIMAL") || (!isMariaDb && FRACTIONAL.contains(name));
    return known ? scale : isMariaDb && WHOLE.contains(name) ? "0" : null;
  }

  private static boolean isBoolean(Tokens type) {
    return type.isAny(0, "BOOL", "BOOLEAN")
        || (type.is(0, "TINYINT") && type.is(1, '(') && type.text(2).equals("1"));
  }

  /** Connector/J takes a default that is an expression for a generated column. */
  private boolean isGenerated(DeclaredColumn column) {
    String expression = column.defaultExpression();
    return !isMariaDb
        && expression != null
        && (expression.startsWith("(") || isCurrentTime(expression));
  }

  private static boolean isCurrentTime(String expression) {
    return Tokens.of(expression, Dialect.MYSQL)
        .isAny(0, "CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP");
  }

  private @Nullable String defaultText(DeclaredColumn column, int scale, String type) {
    String expression = column.defaultExpression();
    if (expression == null) {
      return isMariaDb && !column.notNull() ? "NULL" : null;
    }
    Tokens tokens = Tokens.of(expression, Dialect.MYSQL);
    if (tokens.count() == 1 && tokens.isAny(0, "TRUE", "FALSE")) {
      return tokens.is(0, "TRUE") ? "1" : "0";
    }
    if (tokens.count() == 1 && tokens.is(0, TokenKind.STRING) && !isMariaDb) {
      return expression.substring(1, expression.length() - 1).replace("''", "'");
    }
    return tokens.count() == 1 && tokens.is(0, TokenKind.NUMBER) && type.equals("DECIMAL")
        ? new BigDecimal(expression).setScale(scale, RoundingMode.HALF_UP).toPlainString()
        : expression;
  }
}
