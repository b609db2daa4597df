package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tables of one {@code FROM} or {@code USING} clause. Used once. */
final class FromParser {

  private static final String[] JOIN_WORDS = {
    "NATURAL", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "JOIN", "STRAIGHT_JOIN"
  };
  private static final Set<String> NO_ALIAS =
      Set.of(
          "natural",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "join",
          "straight_join",
          "on",
          "using",
          "tablesample",
          "set",
          "use",
          "force",
          "ignore",
          "partition",
          "as",
          "with",
          "returning",
          "where",
          "for",
          "order",
          "group",
          "limit",
          "values",
          "default");

  private final ParseState state;
  private final QueryParser queries;
  private final Tokens tokens;
  private final Clauses clauses;
  private final int block;
  private final Set<String> ctes;
  private boolean outerJoin;
  private boolean mergedColumns;
  private boolean natural;
  private boolean onlyTables = true;

  FromParser(ParseState state, QueryParser queries, int block, Set<String> ctes) {
    this.state = state;
    this.queries = queries;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
    this.block = block;
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
        queries.expressions(new Range(at + 1, end), block, ctes);
        at = end;
      } else if (tokens.is(at, "USING") && tokens.is(at + 1, '(')) {
        mergedColumns = true;
        at = clauses.next(at + 1);
        at = tokens.is(at, "AS") ? at + 2 : at;
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
      parse(new Range(at + 2, tokens.match(at)));
      return tokens.match(at) + 1;
    }
    if (tokens.is(at, "ROWS") && tokens.is(at + 1, "FROM") && tokens.is(at + 2, '(')) {
      return function(at + 2, to);
    }
    return tableOrFunction(at, to);
  }

  private int parenthesised(int open, int to) throws UnsupportedSqlException {
    Range inside = clauses.inside(open);
    if (isQuery(inside)) {
      onlyTables = false;
      queries.statement(inside, block, ctes);
    } else {
      parse(inside);
    }
    return skipAlias(clauses.next(open), to);
  }

  /** Whether the content of parentheses is a query rather than joined tables. */
  private boolean isQuery(Range inside) {
    if (queries.startsQuery(inside.from())) {
      return true;
    }
    if (!tokens.is(inside.from(), '(') || !isQuery(clauses.inside(inside.from()))) {
      return false;
    }
    int behind = clauses.next(inside.from());
    return behind >= inside.to()
        || tokens.isAny(behind, "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET");
  }

  private int function(int open, int to) throws UnsupportedSqlException {
    onlyTables = false;
    queries.expressions(clauses.inside(open), block, ctes);
    int at = clauses.next(open);
    at = tokens.is(at, "WITH") && tokens.is(at + 1, "ORDINALITY") ? at + 2 : at;
    return skipAlias(at, to);
  }

  private int tableOrFunction(int from, int to) throws UnsupportedSqlException {
    boolean only = tokens.is(from, "ONLY") && (tokens.isName(from + 1) || tokens.is(from + 1, '('));
    int at = only ? from + 1 : from;
    if (only && tokens.is(at, '(')) {
      throw new UnsupportedSqlException("ONLY with parentheses is not supported");
    }
    int end = endOfName(at);
    if (tokens.is(end, '(') && end < to) {
      return function(end, to);
    }
    Range name = new Range(at, end);
    Range relation = new Range(from, tokens.is(end, '*') && end < to ? end + 1 : end);
    return table(name, relation, to);
  }

  private int table(Range name, Range relation, int to) throws UnsupportedSqlException {
    List<String> path = path(name);
    int alias = alias(relation.to(), to);
    int at = alias < 0 ? relation.to() : alias + 1;
    boolean columnAliases = alias >= 0 && at < to && tokens.is(at, '(');
    at = columnAliases ? clauses.next(at) : at;
    int sampleFrom = at;
    at = skipSample(at, to);
    Range sample = at > sampleFrom ? new Range(sampleFrom, at) : null;
    if (path.size() == 1 && ctes.contains(path.get(0))) {
      onlyTables = false;
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
    int end = clauses.next(endOfName(at + 1));
    return tokens.is(end, "REPEATABLE") ? clauses.next(end + 1) : end;
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
  List<String> path(Range name) throws UnsupportedSqlException {
    List<String> path = new ArrayList<>();
    for (int i = name.from(); i < name.to(); i += 2) {
      if (!tokens.isName(i)) {
        throw state.unexpected(i, "the name of a table");
      }
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
    if (at < to && tokens.is(at, "AS") && tokens.is(at + 1, '(')) {
      return clauses.next(at + 1);
    }
    int alias = alias(at, to);
    if (alias >= 0) {
      end = alias + 1;
      end = end < to && tokens.is(end, '(') ? clauses.next(end) : end;
    }
    return skipSample(end, to);
  }
}
