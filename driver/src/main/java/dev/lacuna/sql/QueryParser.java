package dev.lacuna.sql;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the queries of a statement: CTEs, set operations, {@code SELECT}s and their clauses.
 *
 * <p>Expressions are not parsed: they are searched for parentheses that open with a query.
 */
final class QueryParser {

  private static final String[] SET_OPERATORS = {"UNION", "INTERSECT", "EXCEPT"};
  private final ParseState state;
  private final Tokens tokens;
  private final Clauses clauses;
  private final QueryWords words;

  QueryParser(ParseState state) {
    this.state = state;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
    this.words = QueryWords.of(tokens.dialect());
  }

  /** Whether the token begins a query or a statement with rows of its own. */
  boolean startsQuery(int token) {
    return tokens.isAny(token, "SELECT", "WITH")
        || (tokens.is(token, "VALUES") && !state.isValuesFunction(token))
        || (tokens.is(token, "TABLE") && tokens.isName(token + 1));
  }

  /**
   * Parses a query or a statement that changes rows, CTEs in front of it included.
   *
   * @param parent the block whose names it sees, or −1
   * @param ctes the names of the CTEs that it sees
   * @return the number of its block; of a set operation that of its first operand
   */
  int statement(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    state.enter();
    int block;
    if (tokens.is(range.from(), "WITH")) {
      CteParser.Ctes found = new CteParser(state, this).parse(range, parent, ctes);
      block = body(new Range(found.end(), range.to()), parent, found.visible());
    } else {
      block = body(range, parent, ctes);
    }
    state.leave();
    return block;
  }

  private int body(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    return words.startsWrite(tokens, range.from())
        ? new WriteParser(state, this).parse(range, parent, ctes)
        : query(range, parent, ctes);
  }

  private int query(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int first = -1;
    int from = range.from();
    boolean compound = clauses.find(range, SET_OPERATORS) < range.to();
    while (from < range.to()) {
      int end = clauses.find(new Range(from, range.to()), SET_OPERATORS);
      int block = operand(new Range(from, end), parent, ctes, compound);
      first = first < 0 ? block : first;
      from = tokens.isAny(end + 1, "ALL", "DISTINCT") ? end + 2 : end + 1;
    }
    if (first < 0) {
      throw state.unexpected(range.from(), "a query");
    }
    return first;
  }

  private int operand(Range range, int parent, Set<String> ctes, boolean compound)
      throws UnsupportedSqlException {
    int from = range.from();
    if (tokens.is(from, "SELECT")) {
      return select(range, parent, ctes, compound);
    }
    if (tokens.is(from, "VALUES")) {
      int id = state.open();
      expressions(range, id, ctes);
      return state.close(new Block.Values(id, parent, range));
    }
    if (tokens.is(from, "TABLE")) {
      return table(range, parent, ctes, compound);
    }
    if (tokens.is(from, '(') && tokens.match(from) < range.to()) {
      int inner = statement(clauses.inside(from), parent, ctes);
      expressions(new Range(clauses.next(from), range.to()), parent, ctes);
      return inner;
    }
    throw state.unexpected(from, "SELECT");
  }

  private int table(Range range, int parent, Set<String> ctes, boolean compound)
      throws UnsupportedSqlException {
    int id = state.open();
    int end = clauses.find(range, words.afterOrder());
    int order = clauses.find(range, "ORDER");
    FromParser from = new FromParser(state, this, id, id, ctes);
    from.parse(new Range(range.from() + 1, Math.min(end, order)));
    SelectItem star =
        new SelectItem(new Range(range.from(), range.from() + 1), SelectItem.Kind.STAR, null);
    return state.close(
        new Block.Select(
            id,
            parent,
            range,
            List.of(star),
            null,
            false,
            behind(order, 2, end, range),
            from.shape(compound, true)));
  }

  private int select(Range range, int parent, Set<String> ctes, boolean compound)
      throws UnsupportedSqlException {
    int id = state.open();
    int itemsFrom = afterModifiers(range.from() + 1, id, ctes);
    Range rest = new Range(itemsFrom, range.to());
    int itemsEnd = clauses.find(rest, words.afterItems());
    Range items = new Range(itemsFrom, itemsEnd);
    expressions(items, id, ctes);
    FromParser fromClause = new FromParser(state, this, id, id, ctes);
    int from = clauses.find(rest, "FROM");
    int fromEnd = itemsEnd;
    if (from < range.to()) {
      fromEnd = clauses.find(new Range(from, range.to()), words.afterFrom());
      fromClause.parse(new Range(from + 1, fromEnd));
    }
    Range tail = new Range(fromEnd, range.to());
    expressions(tail, id, ctes);
    defineLocked(tail);
    Range groupBy = clause(tail, "GROUP", words.afterGroup());
    Range grouped = groupBy == null ? null : withoutRollup(groupBy);
    return state.close(
        new Block.Select(
            id,
            parent,
            range,
            clauses.items(items),
            grouped,
            !Objects.equals(groupBy, grouped),
            clause(tail, "ORDER", words.afterOrder()),
            fromClause.shape(compound, false)));
  }

  // FOR UPDATE OF a, b
  private void defineLocked(Range tail) {
    for (LockingClause clause : LockingClause.of(tokens, tail)) {
      clause.names().forEach(name -> state.define(new Range(name, name + 1)));
    }
  }

  private Range withoutRollup(Range groupBy) {
    int with = groupBy.to() - 2;
    boolean rollup =
        with > groupBy.from() && tokens.is(with, "WITH") && tokens.is(with + 1, "ROLLUP");
    return rollup ? new Range(groupBy.from(), with) : groupBy;
  }

  private int afterModifiers(int token, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    if (tokens.is(token, "DISTINCT") && tokens.is(token + 1, "ON") && tokens.is(token + 2, '(')) {
      expressions(clauses.inside(token + 2), block, ctes);
      return clauses.next(token + 2);
    }
    int at = token;
    while (tokens.isAny(at, words.modifiers())) {
      at++;
    }
    return at;
  }

  /** What stands behind {@code word BY}, up to the next clause. */
  private @Nullable Range clause(Range range, String word, String[] next) {
    int at = clauses.find(range, word);
    return behind(
        at, 2, clauses.find(new Range(Math.min(at + 1, range.to()), range.to()), next), range);
  }

  private static @Nullable Range behind(int at, int words, int end, Range within) {
    return at < within.to() ? new Range(at + words, end) : null;
  }

  /** Searches expressions for sub-queries and parses those. */
  void expressions(Range range, int block, Set<String> ctes) throws UnsupportedSqlException {
    for (int i = range.from(); i < range.to(); i++) {
      if (tokens.is(i, '(') && startsQuery(i + 1)) {
        statement(clauses.inside(i), block, ctes);
        i = tokens.match(i);
      }
    }
  }
}
