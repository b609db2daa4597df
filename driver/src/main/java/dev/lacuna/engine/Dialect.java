package dev.lacuna.engine;

/**
 * The lexical rules of an engine's SQL: what opens a string, an identifier, a comment.
 *
 * <p>Sources: PostgreSQL 18 manual, 4.1 "Lexical Structure"; MySQL 9.7 Reference Manual, 11.1
 * "Literal Values", 11.2 "Schema Object Names", 11.7 "Comments"; the {@code MARIADB} rules are
 * MySQL's.
 */
public enum Dialect {
  /** Double-quoted identifiers, dollar quotes, nested comments, {@code E'…'} strings. */
  POSTGRESQL,
  /** Backquoted identifiers, backslash escapes, {@code #} comments, double-quoted strings. */
  MYSQL,
  /** With {@code ANSI_QUOTES} in {@code sql_mode}: double quotes are around identifiers. */
  MYSQL_ANSI_QUOTES,
  /** With {@code NO_BACKSLASH_ESCAPES} in {@code sql_mode}: a backslash is a character. */
  MYSQL_NO_BACKSLASH_ESCAPES,
  /** With both. */
  MYSQL_ANSI_QUOTES_NO_BACKSLASH_ESCAPES;

  /** The rules of MySQL and MariaDB under what their {@code sql_mode} holds. */
  public static Dialect mySql(boolean ansiQuotes, boolean noBackslashEscapes) {
    if (ansiQuotes) {
      return noBackslashEscapes ? MYSQL_ANSI_QUOTES_NO_BACKSLASH_ESCAPES : MYSQL_ANSI_QUOTES;
    }
    return noBackslashEscapes ? MYSQL_NO_BACKSLASH_ESCAPES : MYSQL;
  }

  /** Whether these are MySQL's and MariaDB's rules, under whatever {@code sql_mode}. */
  public boolean isMySql() {
    return this != POSTGRESQL;
  }

  /** Whether {@code "…"} is an identifier rather than a string. */
  public boolean doubleQuotesIdentifiers() {
    return this == POSTGRESQL
        || this == MYSQL_ANSI_QUOTES
        || this == MYSQL_ANSI_QUOTES_NO_BACKSLASH_ESCAPES;
  }

  /** Whether {@code `…`} is an identifier. */
  public boolean backquotesIdentifiers() {
    return isMySql();
  }

  /** Whether a backslash escapes the next character in every string. */
  public boolean backslashEscapes() {
    return this == MYSQL || this == MYSQL_ANSI_QUOTES;
  }

  /** Whether {@code $tag$ … $tag$} is a string. */
  public boolean dollarQuotes() {
    return this == POSTGRESQL;
  }

  /** Whether comments nest. */
  public boolean nestedComments() {
    return this == POSTGRESQL;
  }

  /** Whether {@code #} starts a comment that ends with the line. */
  public boolean hashComments() {
    return isMySql();
  }

  /** Whether the content of {@code /*! … *}{@code /} is SQL that the server runs. */
  public boolean executableComments() {
    return isMySql();
  }

  /**
   * The form in which an unquoted name is compared: both engines ignore the case of columns.
   * PostgreSQL that of ASCII letters only, in any encoding of several bytes ({@code
   * downcase_identifier}).
   */
  public String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      folded.append(fold(name.charAt(i)));
    }
    return folded.toString();
  }

  // Character by character: what a locale makes of a whole word may have another length.
  private char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
    return this == POSTGRESQL ? c : Character.toLowerCase(Character.toUpperCase(c));
  }

  /** The form in which a quoted name is compared: PostgreSQL keeps its case, MySQL ignores it. */
  public String foldQuoted(String name) {
    return this == POSTGRESQL ? name : fold(name);
  }

  /**
   * The form of a table's, view's or database's name, as {@code TableReference.path()} has it, that
   * names of any case share: MySQL's servers tell the case of such names apart or not (MySQL 9.7,
   * 11.2.3, {@code lower_case_table_names}), so they are kept as written there. PostgreSQL's are
   * normalised already.
   */
  public String foldTable(String name) {
    return this == POSTGRESQL ? name : fold(name);
  }

  /** The quoted form of a normalised name, fit to be put into SQL text. */
  public String quote(String name) {
    return this == POSTGRESQL
        ? '"' + name.replace("\"", "\"\"") + '"'
        : '`' + name.replace("`", "``") + '`';
  }
}
