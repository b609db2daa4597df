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
    Range tables = new Range(behind.from(), set);
    FromParser from = new FromParser(state, queries, id, id, ctes);
    int target = tables(from, tables);
    End end = end(new Range(set + 1, range.to()), id, ctes);
    List<Assignment> assignments = writes.assignments(new Range(set + 1, end.from()), id, ctes);
    Block.SelectShape shape = from.shape(false, false);
    return state.close(
        target < 0
            ? new Block.JoinedWrite(
                id, parent, range, tables, assignments, List.of(), end.where(), end.tail(), shape)
            : new Block.Update(
                id,
                parent,
                range,
                state.makeTarget(target),
                assignments,
                new Range(end.from(), end.from()),
                end.where(),
                end.tail(),
                shape,
                end.returning()));
  }

  private int delete(Range range, Range behind, int parent, Set<String> ctes)
      throws UnsupportedSqlException {
    int word = clauses.find(behind, "FROM");
    Range rest = new Range(Math.min(word + 1, range.to()), range.to());
    int using = clauses.find(rest, "USING", "WHERE", "ORDER", "LIMIT", "RETURNING");
    if (word > behind.from()) {
      return deleteJoined(range, new Range(behind.from(), word), rest, parent, ctes);
    }
    // DELETE FROM a USING a JOIN b; in a join the word would stand behind JOIN
    if (tokens.is(using, "USING") && clauses.find(rest, "JOIN") > using) {
      Range names = new Range(rest.from(), using);
      return deleteJoined(range, names, new Range(using + 1, range.to()), parent, ctes);
    }
    int id = state.open();
    End end = end(rest, id, ctes);
    FromParser from = new FromParser(state, queries, id, id, ctes);
    int target = tables(from, new Range(rest.from(), end.from()));
    if (target < 0) {
      throw state.unexpected(rest.from(), "one table");
    }
    return state.close(
        new Block.Delete(
            id,
            parent,
            range,
            state.makeTarget(target),
            new Range(end.from(), end.from()),
            end.where(),
            end.tail(),
            from.shape(false, false),
            end.returning()));
  }

  private int deleteJoined(Range range, Range names, Range behind, int parent, Set<String> ctes)
      throws UnsupportedSqlException {
    int id = state.open();
    End end = end(behind, id, ctes);
    Range tables = new Range(behind.from(), end.from());
    FromParser from = new FromParser(state, queries, id, id, ctes);
    tables(from, tables);
    return state.close(
        new Block.JoinedWrite(
            id,
            parent,
            range,
            tables,
            List.of(),
            deleted(names),
            end.where(),
            end.tail(),
            from.shape(false, false)));
  }

  /** {@code a, db.b.*}. */
  private List<Range> deleted(Range names) throws UnsupportedSqlException {
    List<Range> deleted = clauses.split(names);
    for (Range name : deleted) {
      if (name.isEmpty() || !tokens.isName(name.from())) {
        throw state.unexpected(name.from(), "the name of a table");
      }
      state.define(name);
    }
    return deleted;
  }

  /**
   * Finds the tables.
   *
   * @return which of the statement's tables it is if there is but one; −1 where there is more
   */
  private int tables(FromParser from, Range range) throws UnsupportedSqlException {
    if (range.isEmpty()) {
      throw state.unexpected(range.from(), "the name of a table");
    }
    int first = state.tables.size();
    from.parse(range);
    if (from.isOneCte()) {
      throw new UnsupportedSqlException("a CTE has the name of the table that is changed");
    }
    return from.isOneTable() && state.tables.size() == first + 1 ? first : -1;
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
