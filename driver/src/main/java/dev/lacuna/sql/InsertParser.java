package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses {@code INSERT}. */
final class InsertParser {

  private static final String[] SOURCES = {
    "VALUES", "SELECT", "WITH", "TABLE", "DEFAULT", "OVERRIDING"
  };
  private static final String[] MYSQL_SOURCES = {
    "VALUES", "VALUE", "SELECT", "WITH", "TABLE", "SET"
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
    Range behind = new Range(target(range), range.to());
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
            target,
            open < 0 ? assigned(source) : columns(clauses.inside(open)),
            open < 0 ? null : new Range(open, clauses.next(open)),
            source,
            isMySql() ? duplicate(tail, id, ctes) : conflict(tail, id, ctes),
            writes.returning(tail, id, ctes)));
  }

  private boolean isMySql() {
    return tokens.dialect() != Dialect.POSTGRESQL;
  }

  /** Where the target's name stands. */
  private int target(Range range) throws UnsupportedSqlException {
    int at = range.from() + 1;
    while (isMySql() && tokens.isAny(at, "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE")) {
      at++;
    }
    if (!tokens.is(at, "INTO") && !isMySql()) {
      throw state.unexpected(at, "INTO");
    }
    return tokens.is(at, "INTO") ? at + 1 : at;
  }

  private static List<Range> assigned(InsertSource source) {
    return source instanceof InsertSource.Assigned set
        ? set.assignments().stream()
            .map(assignment -> assignment.targets().get(0))
            .map(column -> new Range(column, column + 1))
            .toList()
        : List.of();
  }

  /** Where the source begins: its first word, or the parenthesis of a query in parentheses. */
  private int sourceWord(Range behind) throws UnsupportedSqlException {
    int word = clauses.find(behind, isMySql() ? MYSQL_SOURCES : SOURCES);
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
      if (tokens.is(i, '(') && !tokens.is(i - 1, "PARTITION")) {
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

  /** Where what follows the source, or the statement's end, stands. */
  private int sourceEnd(Range source) {
    boolean rows = isMySql() && tokens.isAny(source.from(), "VALUES", "VALUE", "SET");
    for (int i = source.from(); i < source.to(); i = clauses.next(i)) {
      boolean conflict = tokens.is(i, "ON") && tokens.isAny(i + 1, "CONFLICT", "DUPLICATE");
      conflict |= rows && tokens.is(i, "AS");
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
    if (isMySql() && tokens.is(range.from(), "SET")) {
      Range list = new Range(range.from() + 1, range.to());
      return new InsertSource.Assigned(range, writes.assignments(list, parent, ctes));
    }
    boolean values = tokens.isAny(range.from(), "VALUES", "VALUE");
    List<List<Range>> rows = values ? rows(range) : null;
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
      int open = isMySql() && tokens.is(row.from(), "ROW") ? row.from() + 1 : row.from();
      if (!tokens.is(open, '(') || clauses.next(open) != row.to()) {
        return null;
      }
      rows.add(clauses.split(clauses.inside(open)));
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

  /** {@code AS new (a, b) ON DUPLICATE KEY UPDATE a = 1}. */
  private @Nullable Conflict duplicate(Range tail, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    Conflict.RowAlias row = null;
    int at = tail.from();
    if (at < tail.to() && tokens.is(at, "AS") && tokens.isName(at + 1)) {
      int open = at + 2;
      boolean list = open < tail.to() && tokens.is(open, '(');
      int end = list ? clauses.next(open) : open;
      state.define(new Range(at, end));
      List<String> columns =
          list
              ? clauses.split(clauses.inside(open)).stream()
                  .map(column -> tokens.identifier(column.from()))
                  .toList()
              : List.of();
      row = new Conflict.RowAlias(tokens.identifier(at + 1), columns);
      at = end;
    }
    if (at >= tail.to() || !tokens.is(at, "ON")) {
      return null;
    }
    int end = clauses.find(new Range(at, tail.to()), "RETURNING");
    Range list = new Range(at + 4, end);
    List<Assignment> assignments = writes.assignments(list, block, ctes);
    return new Conflict(new Range(at, end), new Range(at, at), assignments, row, null);
  }
}
