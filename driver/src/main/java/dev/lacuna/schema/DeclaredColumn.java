package dev.lacuna.schema;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column that an application knows and a database may lack.
 *
 * <p>Names are normalised: in the form in which the dialect compares them. Only on MySQL and
 * MariaDB, where the server decides whether their case counts, those of tables and databases are as
 * written. Texts are as they were declared, but without comments, and with one blank where there
 * were several.
 *
 * @param schema the schema that the declaration names, on MySQL the database; null if none
 * @param table the table
 * @param column the column
 * @param spelling its name as the table will have it
 * @param type the type with its length and array brackets: {@code varchar(40)}, {@code int[]}
 * @param notNull whether it cannot be NULL; then there is a default
 * @param defaultExpression the default's SQL; null for NULL
 * @param position where it is added
 * @param origin where it is declared
 * @param hidden whether it is treated as missing although it may exist
 */
public record DeclaredColumn(
    @Nullable String schema,
    String table,
    String column,
    String spelling,
    String type,
    boolean notNull,
    @Nullable String defaultExpression,
    ColumnPosition position,
    Origin origin,
    boolean hidden) {

  private static final Pattern PART =
      Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|\\s+|[^\\s'\"`]+");

  /** One that is not hidden. */
  public DeclaredColumn(
      @Nullable String schema,
      String table,
      String column,
      String spelling,
      String type,
      boolean notNull,
      @Nullable String defaultExpression,
      ColumnPosition position,
      Origin origin) {
    this(
        schema, table, column, spelling, type, notNull, defaultExpression, position, origin, false);
  }

  /** The same column, hidden. */
  public DeclaredColumn hide() {
    return new DeclaredColumn(
        schema, table, column, spelling, type, notNull, defaultExpression, position, origin, true);
  }

  /** The same column with another type. */
  DeclaredColumn withType(String other) {
    return other.equals(type)
        ? this
        : new DeclaredColumn(
            schema,
            table,
            column,
            spelling,
            other,
            notNull,
            defaultExpression,
            position,
            origin,
            hidden);
  }

  /** The SQL of what the column shows while it is missing. */
  public String defaultOrNull() {
    return defaultExpression == null ? "NULL" : defaultExpression;
  }

  /** Whether the default is the same at all times: literals and casts, no call of anything. */
  public boolean isConstant() {
    Tokens tokens = Tokens.of(defaultOrNull(), Dialect.POSTGRESQL);
    for (int i = 0; i < tokens.count(); i++) {
      boolean name = tokens.isName(i) && !tokens.isAny(i, "NULL", "TRUE", "FALSE");
      boolean type = i > 0 && tokens.text(i - 1).equals("::");
      if ((name && !type) || tokens.is(i, TokenKind.OPEN)) {
        return false;
      }
    }
    return true;
  }

  /** The name as errors have it: {@code public.users.nickname}. */
  public String qualifiedName() {
    return (schema == null ? "" : schema + ".") + table + "." + column;
  }

  /** The declaration as errors show it: {@code varchar(40) NOT NULL DEFAULT 'x'}. */
  String definition() {
    return type
        + (notNull ? " NOT NULL" : "")
        + (defaultExpression == null ? "" : " DEFAULT " + defaultExpression);
  }

  /** Whether the other's type, nullability and default are the same but for blanks and case. */
  boolean isDefinedAs(DeclaredColumn other) {
    return canonical(definition()).equals(canonical(other.definition()));
  }

  /** Without blanks and in lower case, outside quotes. */
  private static String canonical(String sql) {
    return PART.matcher(sql)
        .replaceAll(part -> Matcher.quoteReplacement(canonicalPart(part.group())));
  }

  private static String canonicalPart(String part) {
    return "'\"`".indexOf(part.charAt(0)) >= 0 ? part : part.strip().toLowerCase(Locale.ROOT);
  }
}
