package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the tables of one {@code FROM} or {@code USING} clause. Used once. */
final class FromParser {

  private static final String[] AFTER_OPERAND = {
    "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR"
  };

  private final ParseState state;
  private final QueryParser queries;
  private final Tokens tokens;
  private final Clauses clauses;
  private final int block;
  private final int scope;
  private final Set<String> ctes;
  private final FromWords words;
  private final TableSuffixes suffixes;
  private int items;
  private int cteItems;
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
    this.words = FromWords.of(tokens.dialect());
    this.suffixes = new TableSuffixes(tokens, clauses);
  }

  Block.SelectShape shape(boolean compound, boolean tableCommand) {
    return new Block.SelectShape(
        compound, outerJoin, mergedColumns, natural, onlyTables, tableCommand);
  }

  /** Whether there is one item, not in parentheses, and it is a table. */
  boolean isOneTable() {
    return items == 1 && onlyTables;
  }

  /** Whether there is one item, not in parentheses, and it is a CTE. */
  boolean isOneCte() {
    return items == 1 && cteItems == 1;
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
      } else if (tokens.isAny(at, words.joins())) {
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
    int end = clauses.find(rest, words.joins());
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
    items++;
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
    defineColumns(clauses.inside(open));
    int at = clauses.next(open);
    at = tokens.is(at, "WITH") && tokens.is(at + 1, "ORDINALITY") ? at + 2 : at;
    return other(at, to, tokens.identifier(name));
  }

  // JSON_TABLE(a.j, '$[*]' COLUMNS (b int PATH '$.b'))
  private void defineColumns(Range arguments) {
    int columns = clauses.find(arguments, "COLUMNS");
    if (columns < arguments.to() && tokens.is(columns + 1, '(')) {
      state.define(new Range(columns, clauses.next(columns + 1)));
    }
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
    if (words.isDual(tokens, name)) {
      return end;
    }
    end = tokens.is(end, '*') && end < to ? end + 1 : end;
    return table(name, new Range(from, suffixes.endOfPartition(end, to)), to);
  }

  private int table(Range name, Range relation, int to) throws UnsupportedSqlException {
    int alias = alias(relation.to(), to);
    int at = alias < 0 ? relation.to() : alias + 1;
    boolean columnAliases = alias >= 0 && at < to && tokens.is(at, '(');
    at = columnAliases ? clauses.next(at) : at;
    Range sample = new Range(at, skipSample(suffixes.endOfPartition(at, to), to));
    sample = new Range(at, suffixes.endOfHints(sample.to(), to));
    state.define(new Range(name.from(), sample.to()));
    if (isCte(name)) {
      cteItems++;
      onlyTables = false;
      state.other(block, tokens.identifier(alias < 0 ? name.from() : alias));
    } else {
      state.tables.add(
          new TableReference(
              block,
              TableReference.Role.READ,
              name,
              relation,
              path(name),
              alias,
              columnAliases,
              sample.isEmpty() ? null : sample));
    }
    return sample.to();
  }

  /** Whether the name is a CTE's that is seen from here. */
  boolean isCte(Range name) {
    return name.length() == 1 && ctes.contains(tokens.identifier(name.from()));
  }

  private int skipSample(int at, int to) {
    if (at >= to || !tokens.is(at, "TABLESAMPLE")) {
      return at;
    }
    int end = Math.min(clauses.next(endOfName(at + 1)), to);
    return end < to && tokens.is(end, "REPEATABLE") ? Math.min(clauses.next(end + 1), to) : end;
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
      path.add(tokens.spelling(i));
    }
    return path;
  }

  /** The token of the alias that stands at or behind {@code AS} at a token, or −1. */
  int alias(int at, int to) {
    if (at < to && tokens.is(at, "AS") && tokens.isName(at + 1)) {
      return at + 1;
    }
    boolean name = at < to && tokens.isName(at);
    return name && !(tokens.is(at, TokenKind.WORD) && words.isNoAlias(tokens.identifier(at)))
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
