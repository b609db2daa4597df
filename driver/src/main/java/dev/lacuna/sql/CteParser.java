package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses the CTEs in front of a statement. */
final class CteParser {

  /**
   * What was found.
   *
   * @param end the token behind the CTEs
   * @param visible the names of the CTEs that the statement behind them sees
   */
  record Ctes(int end, Set<String> visible) {}

  private record Cte(String name, Range query) {}

  private final ParseState state;
  private final QueryParser queries;
  private final Tokens tokens;
  private final Clauses clauses;

  CteParser(ParseState state, QueryParser queries) {
    this.state = state;
    this.queries = queries;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
  }

  /**
   * Parses from the word {@code WITH} on.
   *
   * @param outer the names of the CTEs that these see
   */
  Ctes parse(Range range, int parent, Set<String> outer) throws UnsupportedSqlException {
    boolean recursive = tokens.is(range.from() + 1, "RECURSIVE");
    List<Cte> ctes = new ArrayList<>();
    int end = heads(range.from() + (recursive ? 2 : 1), range.to(), ctes);
    Set<String> visible = new HashSet<>(outer);
    if (recursive) {
      ctes.forEach(cte -> visible.add(cte.name()));
    }
    for (Cte cte : ctes) {
      queries.statement(cte.query(), parent, visible);
      visible.add(cte.name());
    }
    return new Ctes(end, visible);
  }

  private int heads(int from, int to, List<Cte> ctes) throws UnsupportedSqlException {
    int at = from;
    while (true) {
      int open = query(at, to);
      ctes.add(new Cte(tokens.identifier(at), clauses.inside(open)));
      at = searchAndCycle(clauses.next(open), to);
      if (at >= to || !tokens.is(at, TokenKind.COMMA)) {
        return at;
      }
      at++;
    }
  }

  /** The parenthesis of the query of the CTE whose name stands at a token. */
  private int query(int name, int to) throws UnsupportedSqlException {
    if (name >= to || !tokens.isName(name)) {
      throw state.unexpected(name, "a name");
    }
    int as = tokens.is(name + 1, '(') ? clauses.next(name + 1) : name + 1;
    state.define(new Range(name, as));
    if (!tokens.is(as, "AS")) {
      throw state.unexpected(as, "AS");
    }
    int open = tokens.is(as + 1, "NOT") ? as + 2 : as + 1;
    open = tokens.is(open, "MATERIALIZED") ? open + 1 : open;
    if (open >= to || !tokens.is(open, '(')) {
      throw state.unexpected(open, "the query of a CTE");
    }
    return open;
  }

  /** The token behind the {@code SEARCH} and {@code CYCLE} clauses. */
  private int searchAndCycle(int from, int to) {
    int at = from;
    // SEARCH DEPTH FIRST BY a, b SET c; CYCLE a, b SET c USING d
    while (at < to && !startsBody(at) && !isNextCte(at, to)) {
      at = clauses.next(at);
    }
    state.define(new Range(from, at));
    return at;
  }

  private boolean isNextCte(int comma, int to) {
    int name = comma + 1;
    if (!tokens.is(comma, TokenKind.COMMA)) {
      return false;
    }
    int behind = tokens.is(name + 1, '(') ? clauses.next(name + 1) : name + 1;
    return behind < to && tokens.is(behind, "AS");
  }

  private boolean startsBody(int token) {
    return queries.startsQuery(token)
        || tokens.isAny(token, "INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE")
        || tokens.is(token, '(');
  }
}
