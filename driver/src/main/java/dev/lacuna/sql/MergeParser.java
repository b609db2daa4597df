package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses {@code MERGE} (PostgreSQL 18 manual, MERGE). */
final class MergeParser {

  private final ParseState state;
  private final QueryParser queries;
  private final WriteParser writes;
  private final Tokens tokens;
  private final Clauses clauses;

  MergeParser(ParseState state, QueryParser queries, WriteParser writes) {
    this.state = state;
    this.queries = queries;
    this.writes = writes;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
  }

  int parse(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int id = state.open();
    if (!tokens.is(range.from() + 1, "INTO")) {
      throw state.unexpected(range.from() + 1, "INTO");
    }
    int end = clauses.find(range, "RETURNING");
    int using = clauses.find(new Range(range.from(), end), "USING");
    TableReference target = writes.target(id, new Range(range.from() + 2, using), ctes);
    int first = word("WHEN", using, end);
    int on = lastOn(using, first);
    FromParser source = new FromParser(state, queries, id, parent, ctes);
    Range others = new Range(using + 1, on);
    source.parse(others);
    Range condition = new Range(on + 1, first);
    queries.expressions(condition, id, ctes);
    List<MergeClause> whens = new ArrayList<>();
    int at = first;
    while (at < end) {
      int next = word("WHEN", at + 1, end);
      whens.add(new Clause(id, parent, target, ctes).parse(new Range(at, next)));
      at = next;
    }
    return state.close(
        new Block.Merge(
            id,
            parent,
            range,
            target,
            others,
            condition,
            whens,
            source.shape(false, false),
            writes.returning(new Range(end, range.to()), id, ctes)));
  }

  /** The {@code ON} of the statement stands behind those of joins in its source. */
  private int lastOn(int using, int end) throws UnsupportedSqlException {
    int last = -1;
    for (int i = using + 1; i < end; i = clauses.next(i)) {
      last = tokens.is(i, "ON") && !tokens.is(i - 1, TokenKind.DOT) ? i : last;
    }
    if (last < 0) {
      throw state.unexpected(end, "ON");
    }
    return last;
  }

  /** The first of those words that is not part of a {@code CASE}. */
  private int word(String word, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i = clauses.next(i)) {
      if (tokens.is(i - 1, TokenKind.DOT)) {
        continue;
      }
      if (depth == 0 && tokens.is(i, word)) {
        return i;
      }
      depth += tokens.is(i, "CASE") ? 1 : 0;
      depth -= tokens.is(i, "END") ? 1 : 0;
    }
    return to;
  }

  /** Parses what stands from one {@code WHEN} to the next. */
  private final class Clause {

    private final int block;
    private final int parent;
    private final TableReference target;
    private final Set<String> ctes;

    Clause(int block, int parent, TableReference target, Set<String> ctes) {
      this.block = block;
      this.parent = parent;
      this.target = target;
      this.ctes = ctes;
    }

    MergeClause parse(Range range) throws UnsupportedSqlException {
      boolean matched = tokens.is(range.from() + 1, "MATCHED");
      boolean bySource = tokens.is(range.from() + 3, "BY") && tokens.is(range.from() + 4, "SOURCE");
      int then = word("THEN", range.from(), range.to());
      int and = clauses.find(new Range(range.from(), then), "AND");
      if (then >= range.to()) {
        throw state.unexpected(then, "THEN");
      }
      Range condition = and < then ? new Range(and + 1, then) : null;
      if (condition != null) {
        queries.expressions(condition, block, ctes);
      }
      MergeClause.Match match =
          matched
              ? MergeClause.Match.MATCHED
              : bySource
                  ? MergeClause.Match.NOT_MATCHED_BY_SOURCE
                  : MergeClause.Match.NOT_MATCHED_BY_TARGET;
      MergeClause.Action action = action(new Range(then + 1, range.to()));
      return new MergeClause(range, match, condition, then, action);
    }

    private MergeClause.Action action(Range range) throws UnsupportedSqlException {
      if (tokens.is(range.from(), "UPDATE") && tokens.is(range.from() + 1, "SET")) {
        Range assignments = new Range(range.from() + 2, range.to());
        return new MergeClause.Update(writes.assignments(assignments, block, ctes));
      }
      if (tokens.is(range.from(), "INSERT")) {
        return insert(range);
      }
      if (tokens.is(range.from(), "DELETE")) {
        return MergeClause.Plain.DELETE;
      }
      if (!tokens.is(range.from(), "DO")) {
        throw state.unexpected(range.from(), "an action");
      }
      return MergeClause.Plain.NOTHING;
    }

    private MergeClause.Insert insert(Range range) throws UnsupportedSqlException {
      int open = tokens.is(range.from() + 1, '(') ? range.from() + 1 : -1;
      int word = clauses.find(range, "VALUES");
      List<Range> columns = open < 0 ? List.of() : clauses.split(clauses.inside(open));
      for (Range column : columns) {
        writes.column(column);
      }
      Range source = new Range(word, range.to());
      return new MergeClause.Insert(
          new Block.Insert(
              block,
              parent,
              range,
              false,
              target,
              columns,
              open < 0 ? null : new Range(open, clauses.next(open)),
              tokens.is(word - 1, "DEFAULT") ? new InsertSource.Defaults(source) : row(source),
              null,
              null,
              null));
    }

    private InsertSource row(Range source) throws UnsupportedSqlException {
      int open = source.from() + 1;
      if (!tokens.is(open, '(') || clauses.next(open) != source.to()) {
        throw state.unexpected(open, "one row of values");
      }
      queries.expressions(source, block, ctes);
      return new InsertSource.Values(source, List.of(clauses.split(clauses.inside(open))));
    }
  }
}
