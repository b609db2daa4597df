package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A place in a statement, and the steps from it. Mutable; used by one thread. */
final class DeclarationCursor {

  private final Statement statement;
  private final Tokens tokens;
  private int at;

  DeclarationCursor(Statement statement, Dialect dialect) {
    this.statement = statement;
    this.tokens = Tokens.of(statement.text(), dialect);
  }

  Dialect dialect() {
    return tokens.dialect();
  }

  int index() {
    return at;
  }

  boolean atEnd() {
    return at >= tokens.count();
  }

  /** Whether the next tokens are these words. */
  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!tokens.is(at + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the next token is that single character. */
  boolean sees(char symbol) {
    return tokens.is(at, symbol);
  }

  /** What the next token is; there must be one. */
  TokenKind kind() {
    return tokens.kind(at);
  }

  boolean sees(TokenKind kind) {
    return tokens.is(at, kind);
  }

  /** The next token in lower case if it is an unquoted word, else an empty text. */
  String word() {
    return sees(TokenKind.WORD) ? dialect().fold(tokens.text(at)) : "";
  }

  /** Steps over the words if they are next. */
  boolean accept(String... words) {
    if (!sees(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  boolean accept(char symbol) {
    if (!sees(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  /** Steps over one token and, if it opens a parenthesis, over all to the one that closes it. */
  void step() {
    int match = tokens.match(at);
    at = Math.max(match, at) + 1;
  }

  /** Steps over a parenthesis with what is in it, if one is next. */
  boolean acceptGroup() {
    if (!sees(TokenKind.OPEN)) {
      return false;
    }
    step();
    return true;
  }

  /** Steps over a name with its dots, if one is next. */
  boolean acceptPath() {
    if (!tokens.isName(at)) {
      return false;
    }
    do {
      at++;
    } while (tokens.isName(at + 1) && accept('.'));
    return true;
  }

  /** Steps over a token, if there is one. */
  boolean acceptAny() {
    if (atEnd()) {
      return false;
    }
    at++;
    return true;
  }

  /** Goes back to where {@link #index()} was. */
  void backTo(int index) {
    at = index;
  }

  /** Reads a name and returns it normalised. */
  String name(String expected) throws ConfigurationException {
    if (!tokens.isName(at)) {
      throw unreadable(expected);
    }
    return tokens.identifier(at++);
  }

  /** Reads a name and returns it normalised, but on MySQL with its case as written. */
  String spelling(String expected) throws ConfigurationException {
    if (!tokens.isName(at)) {
      throw unreadable(expected);
    }
    return tokens.spelling(at++);
  }

  /** Reads names with dots between them, each as its {@link #spelling}. */
  List<String> path(String expected) throws ConfigurationException {
    List<String> path = new ArrayList<>();
    do {
      path.add(spelling(expected));
    } while (accept('.'));
    return path;
  }

  /** Whether the word is the next token or behind it. */
  boolean hasAhead(String word) {
    return IntStream.range(at, tokens.count()).anyMatch(i -> tokens.is(i, word));
  }

  /** Whether a token of that kind is among those from an index to the last one passed. */
  boolean passedSince(int from, TokenKind kind) {
    return IntStream.range(from, at).anyMatch(i -> tokens.is(i, kind));
  }

  /** The text from a token to the last one passed: without comments, with single blanks. */
  String textSince(int from) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < at; i++) {
      if (i > from && tokens.start(i) > tokens.end(i - 1)) {
        joined.append(continuesString(i) ? '\n' : ' ');
      }
      joined.append(portable(i));
    }
    return joined.toString();
  }

  /**
   * The text of a token, as connections read it alike whatever their {@code sql_mode}: {@code
   * "it\'s"} is {@code 'it''s'}.
   */
  private String portable(int token) {
    String text = tokens.text(token);
    return tokens.is(token, TokenKind.STRING) && dialect().isMySql()
        ? MySqlString.portable(text)
        : text;
  }

  /** SQL joins two strings if a line ends between them. */
  private boolean continuesString(int i) {
    return tokens.is(i, TokenKind.STRING)
        && tokens.is(i - 1, TokenKind.STRING)
        && statement.text().substring(tokens.end(i - 1), tokens.start(i)).contains("\n");
  }

  /** Where the next token is, or the end of the statement. */
  Origin origin() {
    return statement.originOf(atEnd() ? statement.text().length() : tokens.start(at));
  }

  ConfigurationException unreadable(String expected) {
    String found = atEnd() ? "the end" : tokens.text(at);
    return Refusals.unreadable(origin(), expected, found);
  }

  /**
   * Checks that all parentheses close.
   *
   * @throws ConfigurationException if they do not, or if a name is one that {@link Tokens} cannot
   *     read
   */
  void requireWellFormed() throws ConfigurationException {
    if (!tokens.wellFormed()) {
      throw Refusals.malformed(statement.originOf(0));
    }
  }
}
