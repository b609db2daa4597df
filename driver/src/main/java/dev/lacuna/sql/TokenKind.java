package dev.lacuna.sql;

/** What a token is, as far as finding one's way through a statement needs it. */
public enum TokenKind {
  /** An unquoted name or a keyword. */
  WORD,
  /** A name in the engine's identifier quotes. */
  QUOTED_IDENTIFIER,
  /** A string or bit string, with its prefix and quotes. */
  STRING,
  /** A numeric literal. */
  NUMBER,
  /** A JDBC parameter marker: {@code ?}. */
  PARAMETER,
  /** A variable of MySQL's: {@code @a}, {@code @`a b`}, {@code @@session.sql_mode}. */
  VARIABLE,
  /** An operator character, {@code ::}, the escape {@code ??}, or a numbered {@code $1}. */
  OPERATOR,
  /** {@code (}, {@code [} or <code>{</code>. */
  OPEN,
  /** {@code )}, {@code ]} or <code>}</code>. */
  CLOSE,
  /** {@code ,}. */
  COMMA,
  /** {@code .} between names. */
  DOT,
  /** {@code ;}. */
  SEMICOLON
}
