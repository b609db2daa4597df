package dev.lacuna.engine;

import java.util.Locale;

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

  /** The form in which an unquoted name is compared: both engines ignore the case of columns. */
  public String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
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
