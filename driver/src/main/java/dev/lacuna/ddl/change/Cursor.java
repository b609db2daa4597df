package dev.lacuna.ddl.change;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** A place in a statement, and the steps from it. Mutable; used by one thread. */
final class Cursor {

  private final Tokens tokens;
  private final int end;
  private int at;

  Cursor(Tokens tokens, Range range) {
    this.tokens = tokens;
    this.at = range.from();
    this.end = range.to();
  }

  /** Over what stands inside the parenthesis that is next; steps over it here. */
  Cursor group() {
    Cursor inner = new Cursor(tokens, new Range(at + 1, tokens.match(at)));
    step();
    return inner;
  }

  boolean isMysql() {
    return tokens.dialect() == Dialect.MYSQL;
  }

  int index() {
    return at;
  }

  void backTo(int index) {
    at = index;
  }

  boolean atEnd() {
    return at >= end;
  }

  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= end || !tokens.is(at + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean seesAny(String... words) {
    return at < end && tokens.isAny(at, words);
  }

  boolean sees(char symbol) {
    return at < end && tokens.is(at, symbol);
  }

  boolean seesName() {
    return at < end && tokens.isName(at);
  }

  boolean sees(TokenKind kind) {
    return at < end && tokens.is(at, kind);
  }

  boolean accept(String... words) {
    if (!sees(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  boolean acceptAny(String... words) {
    if (!seesAny(words)) {
      return false;
    }
    at++;
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
    at = Math.max(tokens.match(at), at) + 1;
  }

  /** Steps on to the next comma that is in no parenthesis, or to the end. */
  void skipToComma() {
    while (!atEnd() && !sees(TokenKind.COMMA)) {
      step();
    }
  }

  /** The next token as written. */
  String text() {
    return atEnd() ? "" : tokens.text(at);
  }

  /** The text from a token to the last one passed, as written. */
  String textSince(int from) {
    return tokens.text(new Range(from, at));
  }

  /**
   * Reads a name as the server stores it. MySQL's keep their case: tables may differ by it alone.
   *
   * @throws NotUnderstood if there is none
   */
  String name() throws NotUnderstood {
    if (!seesName()) {
      throw new NotUnderstood(text());
    }
    int token = at++;
    if (!isMysql()) {
      return tokens.identifier(token);
    }
    String written = tokens.text(token);
    return tokens.kind(token) == TokenKind.WORD
        ? written
        : written.substring(1, written.length() - 1).replace("``", "`");
  }

  /** Reads the name of a table or an index. */
  ObjectName object() throws NotUnderstood {
    String first = name();
    if (!accept('.')) {
      return ObjectName.of(first);
    }
    String second = name();
    return accept('.') ? new ObjectName(second, name()) : new ObjectName(first, second);
  }

  /** Reads names of tables, separated by commas. */
  List<ObjectName> objects() throws NotUnderstood {
    List<ObjectName> objects = new ArrayList<>();
    do {
      accept("ONLY");
      objects.add(object());
      accept('*');
    } while (accept(','));
    return objects;
  }

  /** Reads the text of each element of a parenthesis; a single name is normalised. */
  List<String> elements() throws NotUnderstood {
    if (!sees('(')) {
      throw new NotUnderstood(text());
    }
    Cursor inner = group();
    List<String> elements = new ArrayList<>();
    while (!inner.atEnd()) {
      int from = inner.index();
      inner.skipToComma();
      boolean name = inner.index() == from + 1 && tokens.isName(from);
      String written = inner.textSince(from);
      elements.add(name ? new Cursor(tokens, new Range(from, from + 1)).name() : written);
      inner.accept(',');
    }
    return elements;
  }

  /** The text was not what was expected. */
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String found) {
      super(found.isEmpty() ? "the statement ends early" : "not understood from " + found + " on");
    }
  }
}
