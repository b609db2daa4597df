package dev.lacuna.cli.script;

import dev.lacuna.engine.Dialect;
import java.util.regex.Pattern;

/**
 * Steps over strings, quoted names and comments, in which no delimiter counts. For texts that a
 * delimiter splits which SQL's own lexical rules do not know.
 */
final class Quotes {

  private final String text;
  private final Dialect dialect;
  private final boolean dollars;

  Quotes(String text, Dialect dialect, Pattern delimiter) {
    this.text = text;
    this.dialect = dialect;
    this.dollars = dialect.dollarQuotes() && !delimiter.pattern().contains("$");
  }

  /** The offset behind the character, string or comment that is there. */
  int behind(int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"' || (c == '`' && dialect.backquotesIdentifiers())) {
      return behindQuote(at, c);
    }
    if (text.startsWith("--", at) || (c == '#' && dialect.hashComments())) {
      return behind("\n", at);
    }
    if (text.startsWith("/*", at) && !text.startsWith("/*!", at)) {
      return behind("*/", at + 2);
    }
    return c == '$' && dollars ? behindDollar(at) : at + 1;
  }

  private int behindQuote(int at, char quote) {
    boolean escapes = dialect.backslashEscapes() && quote != '`';
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && escapes) {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int behindDollar(int at) {
    int end = at + 1;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      if (text.charAt(end) == '$') {
        String tag = text.substring(at, end + 1);
        return behind(tag, end + 1);
      }
      end++;
    }
    return at + 1;
  }

  private int behind(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }
}
