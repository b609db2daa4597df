package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.util.Arrays;

/**
 * The tokens of an SQL text, with their places in it. Comments and blanks are none.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Tokens {

  private final String text;
  private final Dialect dialect;
  private final TokenKind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] matches;
  private final int count;
  private final boolean wellFormed;
  private final boolean executableComments;

  Tokens(String text, Dialect dialect, TokenBuffer buffer) {
    this.text = text;
    this.dialect = dialect;
    this.count = buffer.count();
    this.kinds = buffer.kinds();
    this.starts = buffer.starts();
    this.ends = buffer.ends();
    this.matches = new int[count];
    this.executableComments = buffer.executableComments();
    this.wellFormed = matchParentheses() && buffer.wellFormed();
  }

  /** Splits a text by the lexical rules of a dialect. Never fails: see {@link #wellFormed()}. */
  public static Tokens of(String text, Dialect dialect) {
    return new Lexer(text, dialect, false).tokens();
  }

  /**
   * Splits a text as {@link #of} does, but for the plain literals that are listed behind {@code
   * IN}: all of a list are one token, a number, so that a list of thousands costs little.
   */
  public static Tokens folded(String text, Dialect dialect) {
    return new Lexer(text, dialect, true).tokens();
  }

  private boolean matchParentheses() {
    Arrays.fill(matches, -1);
    int[] open = new int[16];
    int depth = 0;
    for (int i = 0; i < count; i++) {
      if (kind(i) == TokenKind.OPEN) {
        if (depth == open.length) {
          open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = i;
      } else if (kind(i) == TokenKind.CLOSE) {
        if (depth == 0 || !closes(open[depth - 1], i)) {
          return false;
        }
        matches[i] = open[--depth];
        matches[open[depth]] = i;
      }
    }
    return depth == 0;
  }

  private boolean closes(int open, int close) {
    return switch (text.charAt(starts[open])) {
      case '(' -> text.charAt(starts[close]) == ')';
      case '[' -> text.charAt(starts[close]) == ']';
      default -> text.charAt(starts[close]) == '}';
    };
  }

  /** The text that was split. */
  public String text() {
    return text;
  }

  /** The rules by which it was split. */
  public Dialect dialect() {
    return dialect;
  }

  /** Whether every string, comment and parenthesis that opens also closes. */
  public boolean wellFormed() {
    return wellFormed;
  }

  /** Whether a token stands in a comment that MySQL's servers run: {@code /*! … *}{@code /}. */
  public boolean inExecutableComments() {
    return executableComments;
  }

  /** How many tokens there are. */
  public int count() {
    return count;
  }

  /** What the token is. */
  public TokenKind kind(int token) {
    return kinds[token];
  }

  /** The offset in the text of the token's first character. */
  public int start(int token) {
    return starts[token];
  }

  /** The offset in the text after the token's last character. */
  public int end(int token) {
    return ends[token];
  }

  /** The token as it stands in the text. */
  public String text(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /** The text from the first to the last token of a run, with what stands between them. */
  public String text(Range range) {
    return range.isEmpty() ? "" : text.substring(starts[range.from()], ends[range.to() - 1]);
  }

  /** The index of the parenthesis that belongs to this one, or −1 for any other token. */
  public int match(int token) {
    return matches[token];
  }

  /** Whether the token is that unquoted word, whatever its case; false outside the text. */
  public boolean is(int token, String word) {
    return token >= 0
        && token < count
        && kind(token) == TokenKind.WORD
        && ends[token] - starts[token] == word.length()
        && text.regionMatches(true, starts[token], word, 0, word.length());
  }

  /** Whether the token is one of those words. */
  public boolean isAny(int token, String... words) {
    for (String word : words) {
      if (is(token, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the token is of that kind; false outside the text. */
  public boolean is(int token, TokenKind kind) {
    return token >= 0 && token < count && kind(token) == kind;
  }

  /** Whether the token is that single character and no name, string or number. */
  public boolean is(int token, char symbol) {
    return token >= 0
        && token < count
        && ends[token] - starts[token] == 1
        && text.charAt(starts[token]) == symbol
        && kind(token) != TokenKind.WORD
        && kind(token) != TokenKind.NUMBER;
  }

  /** Whether the token may be a name: a word or a quoted identifier. */
  public boolean isName(int token) {
    return is(token, TokenKind.WORD) || is(token, TokenKind.QUOTED_IDENTIFIER);
  }

  /**
   * The name that the token stands for, in the form in which the dialect compares names.
   *
   * @throws IllegalArgumentException if the token is no name
   */
  public String identifier(int token) {
    if (!isName(token)) {
      throw new IllegalArgumentException("not a name: " + text(token));
    }
    String name = unquoted(token);
    return kind(token) == TokenKind.WORD ? dialect.fold(name) : dialect.foldQuoted(name);
  }

  private String unquoted(int token) {
    if (kind(token) == TokenKind.WORD) {
      return text(token);
    }
    char quote = text.charAt(ends[token] - 1);
    String inner = text.substring(text.indexOf(quote, starts[token]) + 1, ends[token] - 1);
    String single = String.valueOf(quote);
    return inner.replace(single + single, single);
  }

  /**
   * The name that the token stands for, as labels show it: normalised as {@link #identifier}, but
   * on MySQL with its case as written. There the server decides whether the case of tables' names
   * counts.
   *
   * @throws IllegalArgumentException if the token is no name
   */
  public String spelling(int token) {
    return dialect.isMySql() && isName(token) ? unquoted(token) : identifier(token);
  }

  /** The first token that starts at or after an offset of the text; {@link #count()} if none. */
  public int at(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found : -found - 1;
  }
}
