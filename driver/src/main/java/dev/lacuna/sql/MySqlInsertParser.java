package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code INSERT} and {@code REPLACE} of MySQL and MariaDB (MySQL 9.7, 15.2.7 and 15.2.12;
 * MariaDB 11.8, "INSERT", "REPLACE", "INSERT...RETURNING").
 */
final class MySqlInsertParser {

  private static final String[] MODIFIERS = {"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE"};

  private final ParseState state;
  private final QueryParser queries;
  private final WriteParser writes;
  private final Tokens tokens;
  private final Clauses clauses;

  MySqlInsertParser(ParseState state, QueryParser queries, WriteParser writes) {
    this.state = state;
    this.queries = queries;
    this.writes = writes;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
  }

  int parse(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int id = state.open();
    int at = range.from() + 1;
    while (tokens.isAny(at, MODIFIERS)) {
      at++;
    }
    at = tokens.is(at, "INTO") ? at + 1 : at;
    TableReference target = target(id, new Range(Math.min(at, range.to()), range.to()), ctes);
    int open = target.relation().to();
    boolean list = isColumnList(open);
    Range source = new Range(list ? clauses.next(open) : open, range.to());
    int end = sourceEnd(source);
    Range rows = new Range(source.from(), end);
    int aliasFrom = rowAlias(rows);
    InsertSource found = source(new Range(source.from(), aliasFrom), id, parent, ctes);
    Range alias = new Range(aliasFrom, end);
    Conflict.RowAlias row = rowAlias(alias, found);
    Range tail = new Range(end, range.to());
    return state.close(
        new Block.Insert(
            id,
            parent,
            range,
            tokens.is(range.from(), "REPLACE"),
            target,
            list ? columns(clauses.inside(open)) : assigned(found),
            list ? new Range(open, clauses.next(open)) : null,
            found,
            row == null ? null : alias,
            conflict(tail, row, id, ctes),
            writes.returning(tail, id, ctes)));
  }

  private TableReference target(int block, Range behind, Set<String> ctes)
      throws UnsupportedSqlException {
    if (behind.isEmpty() || !tokens.isName(behind.from())) {
      throw state.unexpected(behind.from(), "the name of a table");
    }
    FromParser names = new FromParser(state, queries, block, block, ctes);
    int end = names.endOfName(behind.from());
    int relationEnd = new TableSuffixes(tokens, clauses).endOfPartition(end, behind.to());
    return writes.add(
        block, names, new Range(behind.from(), end), new Range(behind.from(), relationEnd), -1);
  }

  private boolean isColumnList(int open) {
    return tokens.is(open, '(') && !queries.startsQuery(open + 1) && !tokens.is(open + 1, '(');
  }

  private static List<Range> assigned(InsertSource source) {
    return source instanceof InsertSource.Assigned set
        ? set.assignments().stream()
            .map(assignment -> assignment.targets().get(0))
            .map(column -> new Range(column, column + 1))
            .toList()
        : List.of();
  }

  private List<Range> columns(Range inside) throws UnsupportedSqlException {
    List<Range> columns = clauses.split(inside);
    for (Range column : columns) {
      if (column.length() > 1) {
        throw state.unexpected(column.from() + 1, "a comma");
      }
      writes.column(column);
    }
    return columns;
  }

  /** Where {@code ON DUPLICATE KEY}, {@code RETURNING} or the statement's end stands. */
  private int sourceEnd(Range source) {
    for (int i = source.from(); i < source.to(); i = clauses.next(i)) {
      boolean duplicate = tokens.is(i, "ON") && tokens.is(i + 1, "DUPLICATE");
      if ((duplicate && tokens.is(i + 2, "KEY"))
          || (tokens.is(i, "RETURNING") && !tokens.is(i - 1, "AS"))) {
        return i;
      }
    }
    return source.to();
  }

  /** Where {@code AS new} stands behind rows or assignments, or the end. */
  private int rowAlias(Range source) {
    return tokens.isAny(source.from(), "VALUES", "VALUE", "SET")
        ? clauses.find(source, "AS")
        : source.to();
  }

  private InsertSource source(Range range, int block, int parent, Set<String> ctes)
      throws UnsupportedSqlException {
    int from = range.from();
    if (range.isEmpty()) {
      throw state.unexpected(from, "VALUES or a query");
    }
    if (tokens.is(from, "SET")) {
      return new InsertSource.Assigned(
          range, writes.assignments(new Range(from + 1, range.to()), block, ctes));
    }
    List<List<Range>> rows = tokens.isAny(from, "VALUES", "VALUE") ? rows(range) : null;
    if (rows == null) {
      return new InsertSource.Query(range, queries.statement(range, parent, ctes));
    }
    // Unlike PostgreSQL's, the values may read columns that have been given a value before.
    queries.expressions(range, block, ctes);
    return new InsertSource.Values(range, rows);
  }

  /** The rows of {@code VALUES}; null where more than rows stands there. */
  private @Nullable List<List<Range>> rows(Range range) {
    List<List<Range>> rows = new ArrayList<>();
    for (Range row : clauses.split(new Range(range.from() + 1, range.to()))) {
      int open = tokens.is(row.from(), "ROW") ? row.from() + 1 : row.from();
      if (!tokens.is(open, '(') || clauses.next(open) != row.to()) {
        return null;
      }
      rows.add(clauses.split(clauses.inside(open)));
    }
    return rows.isEmpty() ? null : rows;
  }

  private Conflict.@Nullable RowAlias rowAlias(Range range, InsertSource source)
      throws UnsupportedSqlException {
    if (range.isEmpty()) {
      return null;
    }
    int name = range.from() + 1;
    if (source instanceof InsertSource.Query || name >= range.to() || !tokens.isName(name)) {
      throw state.unexpected(name, "the row's name");
    }
    List<String> columns = new ArrayList<>();
    int behind = name + 1;
    if (behind < range.to() && tokens.is(behind, '(')) {
      for (Range column : clauses.split(clauses.inside(behind))) {
        columns.add(tokens.identifier(writes.column(column)));
      }
      behind = clauses.next(behind);
    }
    if (behind < range.to()) {
      throw state.unexpected(behind, "ON DUPLICATE KEY UPDATE");
    }
    state.define(range);
    return new Conflict.RowAlias(tokens.identifier(name), columns);
  }

  private @Nullable Conflict conflict(
      Range tail, Conflict.@Nullable RowAlias row, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    if (tail.isEmpty() || !tokens.is(tail.from(), "ON")) {
      return null;
    }
    Range range = new Range(tail.from(), clauses.find(tail, "RETURNING"));
    int update = tail.from() + 3;
    if (!tokens.is(update, "UPDATE")) {
      throw state.unexpected(update, "UPDATE");
    }
    state.inUpsert(true);
    List<Assignment> assignments =
        writes.assignments(new Range(update + 1, range.to()), block, ctes);
    state.inUpsert(false);
    return new Conflict(range, new Range(update, update), assignments, row, null);
  }
}
