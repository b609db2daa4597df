package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;

/** Finds the words and commas that divide a run of tokens, outside any parentheses. */
public final class Clauses {

  private final Tokens tokens;

  /** Over the tokens of one text. */
  public Clauses(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The first of those keywords in the run that is used as one; the run's end if none is. */
  public int find(Range range, String... words) {
    for (int i = range.from(); i < range.to(); i = next(i)) {
      if (tokens.isAny(i, words) && isKeyword(i)) {
        return i;
      }
    }
    return range.to();
  }

  /** The token behind this one, or behind the parenthesis that it opens. */
  public int next(int token) {
    return tokens.is(token, TokenKind.OPEN) ? tokens.match(token) + 1 : token + 1;
  }

  /** Whether the word is no label, no qualified name, and no part of an operator. */
  private boolean isKeyword(int token) {
    if (tokens.is(token - 1, TokenKind.DOT) || tokens.is(token - 1, "AS")) {
      return false;
    }
    if (tokens.dialect().isMySql()) {
      return MySqlWords.beginsClause(tokens, token);
    }
    if (tokens.is(token, "FROM") && tokens.is(token - 1, "DISTINCT")) {
      return !tokens.isAny(token - 2, "IS", "NOT");
    }
    if (tokens.isAny(token, "GROUP", "ORDER")) {
      return tokens.is(token + 1, "BY");
    }
    return !tokens.isAny(token, "LEFT", "RIGHT") || !tokens.is(token + 1, '(');
  }

  /** The parts between the run's commas. */
  public List<Range> split(Range range) {
    List<Range> parts = new ArrayList<>();
    int from = range.from();
    for (int i = range.from(); i < range.to(); i = next(i)) {
      if (tokens.is(i, TokenKind.COMMA)) {
        parts.add(new Range(from, i));
        from = i + 1;
      }
    }
    if (from < range.to() || !parts.isEmpty()) {
      parts.add(new Range(from, range.to()));
    }
    return parts;
  }

  /** The content of the parentheses that open at a token. */
  public Range inside(int open) {
    return new Range(open + 1, tokens.match(open));
  }

  /** The items of a select list. */
  List<SelectItem> items(Range range) {
    List<SelectItem> items = new ArrayList<>();
    for (Range part : split(range)) {
      items.add(item(part));
    }
    return items;
  }

  private SelectItem item(Range range) {
    int last = range.to() - 1;
    if (!tokens.is(last, '*') || range.isEmpty()) {
      return new SelectItem(range, SelectItem.Kind.COLUMN, null);
    }
    if (range.length() == 1) {
      return new SelectItem(range, SelectItem.Kind.STAR, null);
    }
    if (tokens.is(last - 1, TokenKind.DOT) && tokens.isName(last - 2)) {
      return new SelectItem(range, SelectItem.Kind.TABLE_STAR, tokens.identifier(last - 2));
    }
    return new SelectItem(range, SelectItem.Kind.COMPOSITE_STAR, null);
  }
}
