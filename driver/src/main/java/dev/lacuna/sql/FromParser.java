package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tables of one {@code FROM} or {@code USING} clause. Used once. */
final class FromParser {

  private static final String[] JOIN_WORDS = {
    "NATURAL", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "JOIN", "STRAIGHT_JOIN"
  };
  private static final String[] AFTER_OPERAND = {
    "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR"
  };
  private static final Set<String> NO_ALIAS =
      Set.of(
          ("natural inner left right full cross join straight_join on using tablesample set use"
                  + " force ignore partition as with returning where for order group limit values"
                  + " default when")
              .split(" "));

  private final ParseState state;
  private final QueryParser queries;
  private final Tokens tokens;
  private final Clauses clauses;
  private final int block;
  private final int scope;
  private final Set<String> ctes;
  private boolean outerJoin;
  private boolean mergedColumns;
  private boolean natural;
  private boolean onlyTables = true;

  /**
   * For one clause.
   *
   * @param block the block that the clause is of
   * @param scope the block whose names the sub-queries in the clause see, or −1
   */
  FromParser(ParseState state, QueryParser queries, int block, int scope, Set<String> ctes) {
    this.state = state;
    this.queries = queries;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
    this.block = block;
    this.scope = scope;
    this.ctes = ctes;
  }

  Block.SelectShape shape(boolean compound, boolean tableCommand) {
    return new Block.SelectShape(
        compound, outerJoin, mergedColumns, natural, onlyTables, tableCommand);
  }

  /** Parses the items and joins of a run of tokens. */
  void parse(Range range) throws UnsupportedSqlException {
    int at = range.from();
    while (at < range.to()) {
      at = join(item(at, range.to()), range.to());
    }
  }

  /** Passes conditions and join words behind an item; returns where the next item begins. */
  private int join(int from, int to) throws UnsupportedSqlException {
    int at = from;
    while (at < to) {
      if (tokens.is(at, TokenKind.COMMA)) {
        return at + 1;
      }
      if (tokens.is(at, "ON")) {
        int end = endOfCondition(at + 1, to);
        queries.expressions(new Range(at + 1, end), scope, ctes);
        at = end;
      } else if (tokens.is(at, "USING") && tokens.is(at + 1, '(')) {
        mergedColumns = true;
        int columns = at + 1;
        at = clauses.next(columns);
        at = tokens.is(at, "AS") ? at + 2 : at;
        state.define(new Range(columns, at));
      } else if (tokens.isAny(at, JOIN_WORDS)) {
        noteJoin(at);
        boolean last = tokens.isAny(at, "JOIN", "STRAIGHT_JOIN");
        at++;
        if (last) {
          return at;
        }
      } else {
        throw state.unexpected(at, "a join or the end of FROM");
      }
    }
    return at;
  }

  private void noteJoin(int word) {
    outerJoin |= tokens.isAny(word, "LEFT", "RIGHT", "FULL");
    natural |= tokens.is(word, "NATURAL");
    mergedColumns |= natural;
  }

  private int endOfCondition(int from, int to) {
    Range rest = new Range(from, to);
    int end = clauses.find(rest, JOIN_WORDS);
    end = Math.min(end, clauses.find(rest, "ON", "USING"));
    for (int i = from; i < end; i = clauses.next(i)) {
      if (tokens.is(i, TokenKind.COMMA)) {
        return i;
      }
    }
    return end;
  }

  private int item(int from, int to) throws UnsupportedSqlException {
    int at = tokens.is(from, "LATERAL") ? from + 1 : from;
    if (at >= to) {
      throw state.unexpected(at, "a table");
    }
    if (tokens.is(at, '(')) {
      return parenthesised(at, to);
    }
    if (tokens.is(at, '{') && tokens.is(at + 1, "OJ")) {
      // The JDBC escape for outer joins; the driver takes the braces away.
      state.enter();
      parse(new Range(at + 2, tokens.match(at)));
      state.leave();
      return tokens.match(at) + 1;
    }
    if (tokens.is(at, "ROWS") && tokens.is(at + 1, "FROM") && tokens.is(at + 2, '(')) {
      return function(at, at + 2, to);
    }
    return tableOrFunction(at, to);
  }

  private int parenthesised(int open, int to) throws UnsupportedSqlException {
    Range inside = clauses.inside(open);
    int behind = clauses.next(open);
    if (isQuery(inside)) {
      queries.statement(inside, scope, ctes);
      return other(behind, to, "");
    }
    state.enter();
    parse(inside);
    state.leave();
    return skipAlias(behind, to);
  }

  /** Whether the content of parentheses is a query rather than joined tables. */
  private boolean isQuery(Range inside) {
    if (queries.startsQuery(inside.from())) {
      return true;
    }
    int deepest = Math.min(inside.to(), inside.from() + ParseState.MAX_DEPTH);
    int first = inside.from();
    while (first < deepest && tokens.is(first, '(')) {
      first++;
    }
    // ((SELECT …) UNION …), but not ((SELECT …) AS a JOIN b …)
    boolean query = first > inside.from() && queries.startsQuery(first);
    for (int open = first - 1; query && open >= inside.from(); open--) {
      int behind = clauses.next(open);
      query = tokens.is(behind, TokenKind.CLOSE) || tokens.isAny(behind, AFTER_OPERAND);
    }
    return query;
  }

  private int function(int name, int open, int to) throws UnsupportedSqlException {
    queries.expressions(clauses.inside(open), scope, ctes);
    int at = clauses.next(open);
    at = tokens.is(at, "WITH") && tokens.is(at + 1, "ORDINALITY") ? at + 2 : at;
    return other(at, to, tokens.identifier(name));
  }

  /** Passes the alias of an item that is no table. */
  private int other(int from, int to, String name) throws UnsupportedSqlException {
    onlyTables = false;
    int end = skipAlias(from, to);
    int alias = alias(from, to);
    state.other(block, alias < 0 || alias >= end ? name : tokens.identifier(alias));
    return end;
  }

  private int tableOrFunction(int from, int to) throws UnsupportedSqlException {
    boolean only = tokens.is(from, "ONLY") && (tokens.isName(from + 1) || tokens.is(from + 1, '('));
    int at = only ? from + 1 : from;
    if (only && tokens.is(at, '(')) {
      throw new UnsupportedSqlException("ONLY with parentheses is not supported");
    }
    if (!tokens.isName(at)) {
      throw state.unexpected(at, "the name of a table");
    }
    int end = endOfName(at);
    if (tokens.is(end, '(') && end < to) {
      return function(end - 1, end, to);
    }
    Range name = new Range(at, end);
    int behind = tokens.is(end, '*') && end < to ? end + 1 : end;
    Range relation = new Range(from, partition(behind, to));
    return table(name, relation, to);
  }

  private int table(Range name, Range relation, int to) {
    List<String> path = path(name);
    int alias = alias(relation.to(), to);
    int at = alias < 0 ? relation.to() : alias + 1;
    boolean columnAliases = alias >= 0 && at < to && tokens.is(at, '(');
    at = columnAliases ? clauses.next(at) : at;
    state.define(new Range(name.from(), at));
    int sampleFrom = at;
    at = skipHints(skipSample(at, to), to);
    Range sample = at > sampleFrom ? new Range(sampleFrom, at) : null;
    if (path.size() == 1 && ctes.contains(path.get(0))) {
      onlyTables = false;
      state.other(block, alias < 0 ? path.get(0) : tokens.identifier(alias));
    } else {
      add(name, relation, path, alias, columnAliases, sample);
    }
    return at;
  }

  private void add(
      Range name,
      Range relation,
      List<String> path,
      int alias,
      boolean columnAliases,
      @Nullable Range sample) {
    state.tables.add(
        new TableReference(
            block, TableReference.Role.READ, name, relation, path, alias, columnAliases, sample));
  }

  private int skipSample(int at, int to) {
    if (at >= to || !tokens.is(at, "TABLESAMPLE")) {
      return at;
    }
    int end = Math.min(clauses.next(endOfName(at + 1)), to);
    return end < to && tokens.is(end, "REPEATABLE") ? Math.min(clauses.next(end + 1), to) : end;
  }

  /** The token behind MySQL's {@code PARTITION (a, b)}, where it stands. */
  int partition(int at, int to) {
    return at + 1 < to
            && tokens.dialect() != Dialect.POSTGRESQL
            && tokens.is(at, "PARTITION")
            && tokens.is(at + 1, '(')
        ? clauses.next(at + 1)
        : at;
  }

  /** The token behind MySQL's hints: {@code USE INDEX FOR JOIN (a)}. */
  private int skipHints(int from, int to) {
    int at = from;
    while (at + 1 < to
        && tokens.isAny(at, "USE", "FORCE", "IGNORE")
        && tokens.isAny(at + 1, "INDEX", "KEY")) {
      at += 2;
      while (at < to && !tokens.is(at, '(')) {
        at++;
      }
      at = Math.min(clauses.next(at), to);
    }
    if (at > from) {
      state.define(new Range(from, at));
    }
    return at;
  }

  /** The token behind a dotted name. */
  int endOfName(int from) {
    int at = from + 1;
    while (tokens.is(at, TokenKind.DOT) && tokens.isName(at + 1)) {
      at += 2;
    }
    return at;
  }

  /** The parts of a dotted name. */
  List<String> path(Range name) {
    List<String> path = new ArrayList<>();
    for (int i = name.from(); i < name.to(); i += 2) {
      path.add(tokens.identifier(i));
    }
    return path;
  }

  /** The token of the alias that stands at or behind {@code AS} at a token, or −1. */
  int alias(int at, int to) {
    if (at < to && tokens.is(at, "AS") && tokens.isName(at + 1)) {
      return at + 1;
    }
    boolean name = at < to && tokens.isName(at);
    return name && !(tokens.is(at, TokenKind.WORD) && NO_ALIAS.contains(tokens.identifier(at)))
        ? at
        : -1;
  }

  private int skipAlias(int at, int to) {
    int end = at;
    int alias = alias(at, to);
    if (at < to && tokens.is(at, "AS") && tokens.is(at + 1, '(')) {
      end = clauses.next(at + 1);
    } else if (alias >= 0) {
      end = alias + 1;
      end = end < to && tokens.is(end, '(') ? clauses.next(end) : end;
    }
    state.define(new Range(at, end));
    return end;
  }
}
