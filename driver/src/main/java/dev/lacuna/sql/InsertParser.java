package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses {@code INSERT}. */
final class InsertParser {

  private static final String[] SOURCES = {
    "VALUES", "SELECT", "WITH", "TABLE", "DEFAULT", "OVERRIDING"
  };

  private final ParseState state;
  private final QueryParser queries;
  private final WriteParser writes;
  private final Tokens tokens;
  private final Clauses clauses;

  InsertParser(ParseState state, QueryParser queries, WriteParser writes) {
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
    Range behind = new Range(range.from() + 2, range.to());
    int sourceWord = sourceWord(behind);
    int open = columnList(behind, sourceWord);
    TableReference target =
        writes.target(id, new Range(behind.from(), open < 0 ? sourceWord : open), ctes);
    int from = tokens.is(sourceWord, "OVERRIDING") ? sourceWord + 3 : sourceWord;
    int end = sourceEnd(new Range(from, range.to()));
    // The rows' source does not see the columns of the table that they go to.
    InsertSource source = source(new Range(from, end), parent, ctes);
    Range tail = new Range(end, range.to());
    return state.close(
        new Block.Insert(
            id,
            parent,
            range,
            false,
            target,
            open < 0 ? List.of() : columns(clauses.inside(open)),
            open < 0 ? null : new Range(open, clauses.next(open)),
            source,
            null,
            conflict(tail, id, ctes),
            writes.returning(tail, id, ctes)));
  }

  /** Where the source begins: its first word, or the parenthesis of a query in parentheses. */
  private int sourceWord(Range behind) throws UnsupportedSqlException {
    int word = clauses.find(behind, SOURCES);
    for (int i = behind.from(); i < word; i = clauses.next(i)) {
      if (tokens.is(i, '(') && (queries.startsQuery(i + 1) || tokens.is(i + 1, '('))) {
        return i;
      }
    }
    if (word >= behind.to()) {
      throw state.unexpected(word, "VALUES or a query");
    }
    return word;
  }

  private int columnList(Range behind, int sourceWord) {
    for (int i = behind.from(); i < sourceWord; i = clauses.next(i)) {
      if (tokens.is(i, '(')) {
        return i;
      }
    }
    return -1;
  }

  private List<Range> columns(Range inside) throws UnsupportedSqlException {
    List<Range> columns = clauses.split(inside);
    for (Range column : columns) {
      writes.column(column);
    }
    return columns;
  }

  /** Where {@code ON CONFLICT}, {@code RETURNING} or the statement's end stands. */
  private int sourceEnd(Range source) {
    for (int i = source.from(); i < source.to(); i = clauses.next(i)) {
      boolean conflict = tokens.is(i, "ON") && tokens.is(i + 1, "CONFLICT");
      if (conflict || (tokens.is(i, "RETURNING") && !tokens.is(i - 1, "AS"))) {
        return i;
      }
    }
    return source.to();
  }

  private InsertSource source(Range range, int parent, Set<String> ctes)
      throws UnsupportedSqlException {
    if (tokens.is(range.from(), "DEFAULT")) {
      return new InsertSource.Defaults(range);
    }
    List<List<Range>> rows = tokens.is(range.from(), "VALUES") ? rows(range) : null;
    if (rows == null) {
      return new InsertSource.Query(range, queries.statement(range, parent, ctes));
    }
    queries.expressions(range, parent, ctes);
    return new InsertSource.Values(range, rows);
  }

  /** The rows of {@code VALUES}; null where more than rows stands there. */
  private @Nullable List<List<Range>> rows(Range range) {
    List<List<Range>> rows = new ArrayList<>();
    for (Range row : clauses.split(new Range(range.from() + 1, range.to()))) {
      if (!tokens.is(row.from(), '(') || clauses.next(row.from()) != row.to()) {
        return null;
      }
      rows.add(clauses.split(clauses.inside(row.from())));
    }
    return rows;
  }

  private @Nullable Conflict conflict(Range tail, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    if (tail.isEmpty() || !tokens.is(tail.from(), "ON")) {
      return null;
    }
    int end = clauses.find(tail, "RETURNING");
    Range range = new Range(tail.from(), end);
    int action = clauses.find(range, "DO");
    Range target = new Range(tail.from() + 2, action);
    queries.expressions(target, block, ctes);
    int set = clauses.find(range, "SET");
    if (set >= end) {
      return new Conflict(range, target, List.of(), null, null);
    }
    Range behind = new Range(set + 1, end);
    int where = clauses.find(behind, "WHERE");
    List<Assignment> assignments = writes.assignments(new Range(set + 1, where), block, ctes);
    Range condition = where < end ? new Range(where + 1, end) : null;
    if (condition != null) {
      queries.expressions(condition, block, ctes);
    }
    return new Conflict(range, target, assignments, null, condition);
  }
}
