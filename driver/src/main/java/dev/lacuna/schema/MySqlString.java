package dev.lacuna.schema;

/** String literals of MySQL and MariaDB (MySQL 9.7 Reference Manual, 11.1.1 "String Literals"). */
final class MySqlString {

  private static final String ESCAPED = "0bnrtZ";
  private static final String MEANT = "\0\b\n\r\t\u001a";

  private MySqlString() {}

  /**
   * The same literal in single quotes and without escapes, so that neither {@code ANSI_QUOTES} nor
   * {@code NO_BACKSLASH_ESCAPES} makes another of it; as it is if there is a backslash in what it
   * says.
   *
   * @param literal with its quotes, perhaps behind a prefix such as {@code _utf8mb4}
   */
  static String portable(String literal) {
    int open = 0;
    while (literal.charAt(open) != '\'' && literal.charAt(open) != '"') {
      open++;
    }
    String value = value(literal, open);
    return value.indexOf('\\') >= 0
        ? literal
        : literal.substring(0, open) + "'" + value.replace("'", "''") + "'";
  }

  private static String value(String literal, int open) {
    char quote = literal.charAt(open);
    StringBuilder value = new StringBuilder();
    for (int i = open + 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c == '\\') {
        i++;
        value.append(escaped(literal.charAt(i)));
      } else {
        i += c == quote ? 1 : 0;
        value.append(c);
      }
    }
    return value.toString();
  }

  private static String escaped(char c) {
    int known = ESCAPED.indexOf(c);
    if (known >= 0) {
      return MEANT.substring(known, known + 1);
    }
    // The backslash of \% and \_ stays: they are patterns.
    return c == '%' || c == '_' ? "\\" + c : String.valueOf(c);
  }
}
