package dev.lacuna.sql;

/**
 * A list of plain literals in parentheses, as it stands behind {@code IN}: numbers and strings,
 * commas and blanks, nothing else. One pass, as far as it is such a list.
 */
final class LiteralList {

  private final String text;
  private final int length;
  private int at;

  private LiteralList(String text, int at) {
    this.text = text;
    this.length = text.length();
    this.at = at;
  }

  /**
   * Where the last literal of a list ends.
   *
   * @param from the offset behind the parenthesis that opens it
   * @return −1 if something else stands there, or what each dialect reads in its own way
   */
  static int end(String text, int from) {
    return new LiteralList(text, from).end();
  }

  private int end() {
    while (true) {
      blanks();
      if (!literal()) {
        return -1;
      }
      int end = at;
      blanks();
      if (at >= length || (text.charAt(at) != ',' && text.charAt(at) != ')')) {
        return -1;
      }
      if (text.charAt(at++) == ')') {
        return end;
      }
    }
  }

  private void blanks() {
    while (at < length && text.charAt(at) <= ' ' && Lexer.isBlank(text.charAt(at))) {
      at++;
    }
  }

  private boolean literal() {
    if (at < length && text.charAt(at) == '\'') {
      return string();
    }
    if (at < length && text.charAt(at) == '-') {
      at++;
    }
    return digits() && (at >= length || text.charAt(at) != '.' || fraction());
  }

  private boolean fraction() {
    at++;
    return digits();
  }

  private boolean digits() {
    int from = at;
    while (at < length && Lexer.isDigit(text.charAt(at))) {
      at++;
    }
    return at > from;
  }

  /** A backslash may be an escape, or not. */
  private boolean string() {
    for (at++; at < length && text.charAt(at) != '\\'; at++) {
      if (text.charAt(at) == '\'') {
        at++;
        if (at >= length || text.charAt(at) != '\'') {
          return true;
        }
      }
    }
    return false;
  }
}
