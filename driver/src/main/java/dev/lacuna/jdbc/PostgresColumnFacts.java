package dev.lacuna.jdbc;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As pgjdbc has them. A result does not tell a domain from its base type, and the server writes a
 * default's literals with their types (PostgreSQL 18, {@code get_const_expr} in {@code
 * ruleutils.c}); both are asked for.
 */
final class PostgresColumnFacts extends ColumnFacts {

  // The literal is read as the type reads it. Version 9.4 has to_regtype.
  private static final String QUERY =
      """
      SELECT t.typtype, t.typtypmod, t.typnotnull,
             pg_catalog.format_type(CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END, -1)
               AS literal_type,
             CASE WHEN pg_catalog.pg_type_is_visible(t.oid) THEN t.typname
                  ELSE '"' || n.nspname || '"."' || t.typname || '"' END AS type_name
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.oid = pg_catalog.to_regtype(?)
      """;

  private final Connection connection;

  PostgresColumnFacts(Connection connection) {
    this.connection = connection;
  }

  @Override
  Map<String, @Nullable String> of(DeclaredColumn column, ResultSetMetaData result, int at)
      throws SQLException {
    Map<String, @Nullable String> facts = super.of(column, result, at);
    int type = result.getColumnType(at);
    boolean numeric = type == Types.NUMERIC;
    int size = result.getPrecision(at);
    if (size == 0) {
      facts.put("COLUMN_SIZE", String.valueOf(numeric ? 0 : result.getColumnDisplaySize(at)));
      facts.put("DECIMAL_DIGITS", numeric ? null : facts.get("DECIMAL_DIGITS"));
    }
    if (result.getColumnTypeName(at).endsWith("bit")) {
      facts.put("NUM_PREC_RADIX", "2");
    }
    boolean octets = type == Types.VARCHAR || type == Types.CHAR || type == Types.BINARY;
    facts.put("CHAR_OCTET_LENGTH", octets ? facts.get("COLUMN_SIZE") : null);
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, column.type());
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          addTypeFacts(column, type, row, facts);
        }
      }
    }
    return facts;
  }

  private void addTypeFacts(
      DeclaredColumn column, int baseType, ResultSet row, Map<String, @Nullable String> facts)
      throws SQLException {
    String literalType = row.getString("literal_type");
    facts.put("COLUMN_DEF", defaultText(column, literalType));
    if (row.getString("typtype").equals("d")) {
      facts.put("DATA_TYPE", String.valueOf(Types.DISTINCT));
      facts.put("TYPE_NAME", row.getString("type_name"));
      facts.put("SOURCE_DATA_TYPE", String.valueOf(baseType));
      facts.put("CHAR_OCTET_LENGTH", null);
      int modifier = row.getInt("typtypmod");
      if (modifier != -1 && baseType != Types.NUMERIC) {
        facts.put("COLUMN_SIZE", String.valueOf(modifier));
      }
      nullable(facts, !column.notNull() && !row.getBoolean("typnotnull"));
    }
  }

  /** The default as the server shows it. An expression of its own is left as it is declared. */
  private @Nullable String defaultText(DeclaredColumn column, String literalType)
      throws SQLException {
    String expression = column.defaultExpression();
    if (expression == null) {
      return null;
    }
    Tokens tokens = Tokens.of(expression, Dialect.POSTGRESQL);
    int last = tokens.count() - 1;
    if (last <= 1 && tokens.is(last, TokenKind.STRING)) {
      return asRead(expression, literalType) + "::" + literalType;
    }
    if (tokens.count() == 1 && tokens.isAny(0, "TRUE", "FALSE")) {
      return expression.toLowerCase(Locale.ROOT);
    }
    boolean negative = last == 1 && tokens.is(0, '-');
    return tokens.is(last, TokenKind.NUMBER) && (last == 0 || negative)
        ? number(tokens.text(last), negative)
        : expression;
  }

  private String asRead(String literal, String type) throws SQLException {
    String query = "SELECT CAST(" + literal + " AS " + type + ")";
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return "'" + row.getString(1).replace("'", "''") + "'";
    }
  }

  /** A number has the narrowest type that takes it (PostgreSQL 18 manual, 4.1.2.6). */
  private static String number(String digits, boolean negative) {
    String number = (negative ? "-" : "") + digits;
    boolean whole = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int bits = whole ? new BigInteger(number).bitLength() : Long.SIZE;
    boolean plain = !negative && (bits < Integer.SIZE || bits >= Long.SIZE);
    String type = bits < Integer.SIZE ? "integer" : bits < Long.SIZE ? "bigint" : "numeric";
    return plain ? number : "'" + number + "'::" + type;
  }
}
