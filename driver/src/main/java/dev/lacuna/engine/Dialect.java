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
  MYSQL;

  /** Whether {@code "…"} is an identifier rather than a string. */
  public boolean doubleQuotesIdentifiers() {
    return this == POSTGRESQL;
  }

  /** Whether {@code `…`} is an identifier. */
  public boolean backquotesIdentifiers() {
    return this == MYSQL;
  }

  /** Whether a backslash escapes the next character in every {@code '…'} string. */
  public boolean backslashEscapes() {
    return this == MYSQL;
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
    return this == MYSQL;
  }

  /** Whether the content of {@code /*! … *}{@code /} is SQL that the server runs. */
  public boolean executableComments() {
    return this == MYSQL;
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

  /** The quoted form of a normalised name, fit to be put into SQL text. */
  public String quote(String name) {
    return this == POSTGRESQL
        ? '"' + name.replace("\"", "\"\"") + '"'
        : '`' + name.replace("`", "``") + '`';
  }
}
