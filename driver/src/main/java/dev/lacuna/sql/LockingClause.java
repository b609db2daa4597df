package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code FOR UPDATE}, {@code FOR SHARE} or {@code LOCK IN SHARE MODE} at the end of a query.
 *
 * @param range all its tokens
 * @param strength its words up to the names or the way to wait
 * @param names the tokens of the tables' own names behind {@code OF}; empty where it means all
 * @param waiting {@code NOWAIT}, {@code SKIP LOCKED} or MariaDB's {@code WAIT 5}; may be empty
 */
public record LockingClause(Range range, Range strength, List<Integer> names, Range waiting) {

  public LockingClause {
    names = List.copyOf(names);
  }

  /** The clauses of a query, or of a part of it, in their order. */
  public static List<LockingClause> of(Tokens tokens, Range query) {
    Clauses clauses = new Clauses(tokens);
    List<LockingClause> found = new ArrayList<>();
    int at = query.from();
    while (at < query.to()) {
      int behind = endOfStrength(tokens, at);
      if (behind > at && behind <= query.to() && !isName(tokens, at)) {
        LockingClause clause = clause(tokens, new Range(at, behind), query.to());
        found.add(clause);
        at = clause.range().to();
      } else {
        at = clauses.next(at);
      }
    }
    return found;
  }

  private static boolean isName(Tokens tokens, int word) {
    return tokens.is(word - 1, "AS") || tokens.is(word - 1, TokenKind.DOT);
  }

  /** The token behind {@code FOR UPDATE} and the like; the same token where none stands. */
  private static int endOfStrength(Tokens tokens, int at) {
    if (tokens.is(at, "LOCK") && tokens.is(at + 1, "IN") && tokens.is(at + 2, "SHARE")) {
      return at + 4;
    }
    if (!tokens.is(at, "FOR")) {
      return at;
    }
    int word = tokens.is(at + 1, "NO") ? at + 2 : at + 1;
    word = tokens.is(word, "KEY") ? word + 1 : word;
    return tokens.isAny(word, "UPDATE", "SHARE") ? word + 1 : at;
  }

  private static LockingClause clause(Tokens tokens, Range strength, int to) {
    List<Integer> names = new ArrayList<>();
    int at = strength.to();
    while (at + 1 < to && tokens.isName(at + 1) && isBeforeName(tokens, at, names.isEmpty())) {
      at++;
      while (tokens.is(at + 1, TokenKind.DOT) && tokens.isName(at + 2)) {
        at += 2;
      }
      names.add(at++);
    }
    Range waiting = new Range(at, endOfWaiting(tokens, at, to));
    return new LockingClause(new Range(strength.from(), waiting.to()), strength, names, waiting);
  }

  private static boolean isBeforeName(Tokens tokens, int token, boolean first) {
    return first ? tokens.is(token, "OF") : tokens.is(token, TokenKind.COMMA);
  }

  private static int endOfWaiting(Tokens tokens, int at, int to) {
    if (at < to && tokens.is(at, "NOWAIT")) {
      return at + 1;
    }
    boolean two =
        (tokens.is(at, "SKIP") && tokens.is(at + 1, "LOCKED"))
            || (tokens.is(at, "WAIT") && tokens.is(at + 1, TokenKind.NUMBER));
    return two && at + 2 <= to ? at + 2 : at;
  }
}
