package dev.lacuna.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code UPDATE} and {@code DELETE} of MySQL and MariaDB (MySQL 9.7, 15.2.17 and 15.2.2;
 * MariaDB 11.8, "UPDATE", "DELETE").
 */
final class MySqlWriteParser {

  /** What stands behind the tables and the assignments. */
  private record End(int from, @Nullable Range where, Range tail, @Nullable Returning returning) {}

  private static final String[] MODIFIERS = {"LOW_PRIORITY", "QUICK", "IGNORE"};

  private final ParseState state;
  private final QueryParser queries;
  private final WriteParser writes;
  private final Tokens tokens;
  private final Clauses clauses;

  MySqlWriteParser(ParseState state, QueryParser queries, WriteParser writes) {
    this.state = state;
    this.queries = queries;
    this.writes = writes;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
  }

  int parse(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int at = range.from() + 1;
    while (tokens.isAny(at, MODIFIERS)) {
      at++;
    }
    Range behind = new Range(Math.min(at, range.to()), range.to());
    return tokens.is(range.from(), "UPDATE")
        ? update(range, behind, parent, ctes)
        : delete(range, behind, parent, ctes);
  }

  private int update(Range range, Range behind, int parent, Set<String> ctes)
      throws UnsupportedSqlException {
    int id = state.open();
    int set = clauses.find(behind, "SET");
    if (set >= range.to()) {
      throw state.unexpected(set, "SET");
    }
    FromParser from = new FromParser(state, queries, id, id, ctes);
    TableReference target = target(from, new Range(behind.from(), set));
    End end = end(new Range(set + 1, range.to()), id, ctes);
    List<Assignment> assignments = writes.assignments(new Range(set + 1, end.from()), id, ctes);
    return state.close(
        new Block.Update(
            id,
            parent,
            range,
            target,
            assignments,
            new Range(end.from(), end.from()),
            end.where(),
            end.tail(),
            from.shape(false, false),
            end.returning()));
  }

  private int delete(Range range, Range behind, int parent, Set<String> ctes)
      throws UnsupportedSqlException {
    int id = state.open();
    if (!tokens.is(behind.from(), "FROM")) {
      throw state.unexpected(behind.from(), "FROM");
    }
    End end = end(new Range(behind.from() + 1, range.to()), id, ctes);
    FromParser from = new FromParser(state, queries, id, id, ctes);
    TableReference target = target(from, new Range(behind.from() + 1, end.from()));
    return state.close(
        new Block.Delete(
            id,
            parent,
            range,
            target,
            new Range(end.from(), end.from()),
            end.where(),
            end.tail(),
            from.shape(false, false),
            end.returning()));
  }

  /** The one table that is changed; it becomes a target among the statement's tables. */
  private TableReference target(FromParser from, Range range) throws UnsupportedSqlException {
    if (range.isEmpty()) {
      throw state.unexpected(range.from(), "the name of a table");
    }
    int first = state.tables.size();
    from.parse(range);
    if (from.isOneCte()) {
      throw new UnsupportedSqlException("a CTE has the name of the table that is changed");
    }
    if (!from.isOneTable() || state.tables.size() != first + 1) {
      throw new UnsupportedSqlException("several tables in one UPDATE or DELETE");
    }
    return state.makeTarget(first);
  }

  private End end(Range range, int block, Set<String> ctes) throws UnsupportedSqlException {
    int from = clauses.find(range, "WHERE", "ORDER", "LIMIT", "RETURNING");
    Range rest = new Range(from, range.to());
    int tail = clauses.find(rest, "ORDER", "LIMIT", "RETURNING");
    int returning = clauses.find(rest, "RETURNING");
    queries.expressions(new Range(from, returning), block, ctes);
    return new End(
        from,
        from < tail ? new Range(from + 1, tail) : null,
        new Range(tail, returning),
        writes.returning(rest, block, ctes));
  }
}
