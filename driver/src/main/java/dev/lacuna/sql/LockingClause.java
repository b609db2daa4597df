package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code FOR UPDATE}, {@code FOR SHARE} or {@code LOCK IN SHARE MODE} at the end of a query.
 *
 * @param range all its tokens
 * @param strength its words up to the names or the way to wait
 * @param names the tokens of the tables' names behind {@code OF}; empty where it means all tables
 * @param waiting {@code NOWAIT}, {@code SKIP LOCKED} or {@code WAIT 5}; may be empty
 */
public record LockingClause(Range range, Range strength, List<Integer> names, Range waiting) {

  public LockingClause {
    names = List.copyOf(names);
  }

  /** The clauses of a query, in their order. */
  public static List<LockingClause> of(Tokens tokens, Range query) {
    Clauses clauses = new Clauses(tokens);
    List<LockingClause> found = new ArrayList<>();
    int at = next(tokens, clauses, query.from(), query.to());
    while (at < query.to()) {
      int end = next(tokens, clauses, at + 1, query.to());
      found.add(clause(tokens, new Range(at, end)));
      at = end;
    }
    return found;
  }

  private static int next(Tokens tokens, Clauses clauses, int from, int to) {
    int at = clauses.find(new Range(Math.min(from, to), to), "FOR", "LOCK");
    boolean other = tokens.is(at, "FOR") && !tokens.isAny(at + 1, "UPDATE", "SHARE", "NO", "KEY");
    return at < to && other ? next(tokens, clauses, at + 1, to) : at;
  }

  private static LockingClause clause(Tokens tokens, Range range) {
    int waiting = range.to();
    int names = range.to();
    for (int i = range.from() + 1; i < range.to(); i++) {
      if (waiting == range.to() && tokens.isAny(i, "NOWAIT", "SKIP", "WAIT")) {
        waiting = i;
      } else if (names == range.to() && tokens.is(i, "OF")) {
        names = i;
      }
    }
    List<Integer> tables = new ArrayList<>();
    for (int i = names + 1; i < waiting; i++) {
      if (tokens.isName(i)) {
        tables.add(i);
      }
    }
    return new LockingClause(
        range,
        new Range(range.from(), Math.min(names, waiting)),
        tables,
        new Range(waiting, range.to()));
  }
}
