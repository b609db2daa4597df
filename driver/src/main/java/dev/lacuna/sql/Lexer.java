package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;

/**
 * Splits an SQL text into tokens.
 *
 * <p>One pass, no look-back: the work is linear in the length of the text whatever it holds. A
 * string or comment that does not end runs to the end of the text and makes it malformed.
 */
final class Lexer {

  private final String text;
  private final Dialect dialect;
  private final boolean folding;
  private final TokenBuffer out = new TokenBuffer();
  private int executableComments;

  /**
   * For one text.
   *
   * @param folding whether the plain literals that are listed behind {@code IN} are one token
   */
  Lexer(String text, Dialect dialect, boolean folding) {
    this.text = text;
    this.dialect = dialect;
    this.folding = folding;
  }

  Tokens tokens() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int next = isBlank(c) ? at + 1 : comment(at, c);
      at = next > at ? next : token(at, c);
    }
    if (executableComments > 0) {
      out.malformed();
    }
    return new Tokens(text, dialect, out);
  }

  /** Returns the offset after the comment that starts here, or {@code at} if none does. */
  private int comment(int at, char c) {
    if ((c == '-' && peek(at + 1) == '-' && startsDashComment(at))
        || (c == '#' && dialect.hashComments())) {
      return lineEnd(at);
    }
    if (c == '/' && peek(at + 1) == '*') {
      return blockComment(at);
    }
    if (executableComments > 0 && c == '*' && peek(at + 1) == '/') {
      executableComments--;
      return at + 2;
    }
    return at;
  }

  // MySQL 9.7, 11.7: "--" needs a blank or control character behind it.
  private boolean startsDashComment(int at) {
    return !dialect.isMySql() || at + 2 >= text.length() || text.charAt(at + 2) <= ' ';
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < text.length() && !endsLine(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean endsLine(char c) {
    return c == '\n' || (c == '\r' && !dialect.isMySql());
  }

  private int blockComment(int at) {
    if (dialect.executableComments() && executableStart(at)) {
      executableComments++;
      int end = text.indexOf('!', at) + 1;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      return end;
    }
    int depth = 1;
    for (int i = at + 2; i < text.length(); i++) {
      if (text.charAt(i) == '*' && peek(i + 1) == '/') {
        i++;
        if (--depth == 0) {
          return i + 1;
        }
      } else if (dialect.nestedComments() && text.charAt(i) == '/' && peek(i + 1) == '*') {
        depth++;
        i++;
      }
    }
    return unterminated();
  }

  private boolean executableStart(int at) {
    return peek(at + 2) == '!' || (peek(at + 2) == 'M' && peek(at + 3) == '!');
  }

  private int token(int at, char c) {
    return switch (c) {
      case '(' -> parenthesis(at);
      case '[', '{' -> add(TokenKind.OPEN, at, at + 1);
      case ')', ']', '}' -> add(TokenKind.CLOSE, at, at + 1);
      case ',' -> add(TokenKind.COMMA, at, at + 1);
      case ';' -> add(TokenKind.SEMICOLON, at, at + 1);
      case '\'' -> quoted(TokenKind.STRING, at, at, dialect.backslashEscapes());
      case '"' ->
          dialect.doubleQuotesIdentifiers()
              ? quoted(TokenKind.QUOTED_IDENTIFIER, at, at, false)
              : quoted(TokenKind.STRING, at, at, dialect.backslashEscapes());
      case '`' ->
          dialect.backquotesIdentifiers()
              ? quoted(TokenKind.QUOTED_IDENTIFIER, at, at, false)
              : add(TokenKind.OPERATOR, at, at + 1);
      case '?' ->
          peek(at + 1) == '?' && !dialect.isMySql()
              ? add(TokenKind.OPERATOR, at, at + 2)
              : add(TokenKind.PARAMETER, at, at + 1);
      case '$' -> dialect.isMySql() ? add(TokenKind.WORD, at, endOfName(at)) : dollar(at);
      case '@' -> dialect.isMySql() ? variable(at) : add(TokenKind.OPERATOR, at, at + 1);
      case ':' -> add(TokenKind.OPERATOR, at, peek(at + 1) == ':' ? at + 2 : at + 1);
      case '.' ->
          isDigit(peek(at + 1)) && !followsName(at) ? number(at) : add(TokenKind.DOT, at, at + 1);
      default -> nameNumberOrOperator(at, c);
    };
  }

  private int parenthesis(int at) {
    boolean list = folding && executableComments == 0 && out.endsWithWord(text, "IN");
    add(TokenKind.OPEN, at, at + 1);
    int end = list ? LiteralList.end(text, at + 1) : -1;
    return end < 0 ? at + 1 : add(TokenKind.NUMBER, at + 1, end);
  }

  private int nameNumberOrOperator(int at, char c) {
    if (isDigit(c)) {
      return isPartOfPath(at) ? add(TokenKind.WORD, at, endOfName(at)) : number(at);
    }
    if (!isNameStart(c)) {
      return add(TokenKind.OPERATOR, at, at + 1);
    }
    int quote = stringPrefixLength(at, c);
    if (quote > 0) {
      boolean identifier = text.charAt(at + quote) == '"';
      boolean escapes = dialect.backslashEscapes() || c == 'e' || c == 'E';
      return quoted(
          identifier ? TokenKind.QUOTED_IDENTIFIER : TokenKind.STRING, at, at + quote, escapes);
    }
    return add(TokenKind.WORD, at, endOfName(at + 1));
  }

  // MySQL 9.7, 11.2: behind a dot a name may begin with a digit, or be digits: t.1e5
  private boolean isPartOfPath(int at) {
    return dialect.isMySql() && at > 0 && text.charAt(at - 1) == '.' && out.endsWith(TokenKind.DOT);
  }

  // MySQL 9.7, 11.4 and 7.1.9: a dot may be part of a variable's name, quotes around it.
  private int variable(int at) {
    int name = peek(at + 1) == '@' ? at + 2 : at + 1;
    char quote = peek(name);
    if (quote == '\'' || quote == '"' || quote == '`') {
      return quoted(TokenKind.VARIABLE, at, name, quote != '`' && dialect.backslashEscapes());
    }
    int end = name;
    while (isNamePart(peek(end)) || (peek(end) == '.' && isNamePart(peek(end + 1)))) {
      end++;
    }
    return end > name ? add(TokenKind.VARIABLE, at, end) : add(TokenKind.OPERATOR, at, at + 1);
  }

  /** The length of a prefix such as {@code E} or {@code U&} with a quote right behind it, or 0. */
  private int stringPrefixLength(int at, char c) {
    char next = peek(at + 1);
    if (next == '\'' && (dialect.isMySql() ? "bBxXnN" : "eEbBxXnN").indexOf(c) >= 0) {
      return 1;
    }
    if ((c == 'u' || c == 'U') && next == '&' && !dialect.isMySql()) {
      char quote = peek(at + 2);
      if (quote == '"' && text.indexOf('\\', at) < text.indexOf('"', at + 3)) {
        // Its escapes are not decoded here, so its name is not known: nothing may be edited.
        refuseEscapes(at);
      }
      return quote == '\'' || quote == '"' ? 2 : 0;
    }
    return 0;
  }

  private void refuseEscapes(int at) {
    if (text.indexOf('\\', at) >= 0) {
      out.malformed();
    }
  }

  private int quoted(TokenKind kind, int start, int openQuote, boolean escapes) {
    char quote = text.charAt(openQuote);
    for (int i = openQuote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && escapes) {
        i++;
      } else if (c == quote) {
        if (peek(i + 1) != quote) {
          return add(kind, start, i + 1);
        }
        i++;
      }
    }
    return unterminated();
  }

  private int dollar(int at) {
    int end = at + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end > at + 1 || !dialect.dollarQuotes()) {
      return add(TokenKind.OPERATOR, at, end);
    }
    while (end < text.length() && isNamePart(text.charAt(end)) && text.charAt(end) != '$') {
      end++;
    }
    if (peek(end) != '$') {
      return add(TokenKind.OPERATOR, at, at + 1);
    }
    String tag = text.substring(at, end + 1);
    int close = text.indexOf(tag, end + 1);
    return close < 0 ? unterminated() : add(TokenKind.STRING, at, close + tag.length());
  }

  // PostgreSQL before 15 lets a word follow without a blank: "LIMIT 1OFFSET 2".
  private int number(int at) {
    if (isRadix(at)) {
      return add(TokenKind.NUMBER, at, endOfName(at));
    }
    int end = endOfDigits(at);
    if (peek(end) == '.' && peek(end + 1) != '.') {
      end = endOfDigits(end + 1);
    }
    int sign = peek(end + 1) == '+' || peek(end + 1) == '-' ? 1 : 0;
    if ((peek(end) == 'e' || peek(end) == 'E') && isDigit(peek(end + 1 + sign))) {
      end = endOfDigits(end + 1 + sign);
    }
    // MySQL 9.7, 11.2: a name may begin with a digit.
    return dialect.isMySql() && text.charAt(at) != '.' && endOfName(at) > end
        ? add(TokenKind.WORD, at, endOfName(at))
        : add(TokenKind.NUMBER, at, end);
  }

  // MySQL 9.7, 11.1.4: 0x41 and 0b01 are numbers, 0X41 and 0x4g are names.
  private boolean isRadix(int at) {
    if (text.charAt(at) != '0' || !isNamePart(peek(at + 2))) {
      return false;
    }
    if (!dialect.isMySql()) {
      return "xXoObB".indexOf(peek(at + 1)) >= 0;
    }
    int radix = peek(at + 1) == 'x' ? 16 : peek(at + 1) == 'b' ? 2 : 0;
    return radix > 0
        && text.substring(at + 2, endOfName(at))
            .chars()
            .allMatch(c -> Character.digit(c, radix) >= 0);
  }

  private int endOfDigits(int at) {
    int end = at;
    while (isDigit(peek(end)) || (peek(end) == '_' && isDigit(peek(end + 1)))) {
      end++;
    }
    return end;
  }

  private int endOfName(int at) {
    int end = at;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean followsName(int at) {
    return at > 0
        && (isNamePart(text.charAt(at - 1))
            || text.charAt(at - 1) == '"'
            || text.charAt(at - 1) == '`');
  }

  private int add(TokenKind kind, int start, int end) {
    out.add(kind, start, end, executableComments > 0);
    return end;
  }

  private int unterminated() {
    out.malformed();
    return text.length();
  }

  private char peek(int at) {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  // What the servers take for one; beyond ASCII every character is part of a name.
  static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isNameStart(char c) {
    return isAsciiLetter(c) || c == '_' || c >= 0x80;
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }
}
