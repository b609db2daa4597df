package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the statements that change rows: {@code INSERT}, {@code UPDATE}, {@code DELETE} and {@code
 * MERGE}.
 */
final class WriteParser {

  private final ParseState state;
  private final QueryParser queries;
  private final Tokens tokens;
  private final Clauses clauses;

  WriteParser(ParseState state, QueryParser queries) {
    this.state = state;
    this.queries = queries;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
  }

  int parse(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    if (tokens.dialect().isMySql()) {
      return tokens.isAny(range.from(), "INSERT", "REPLACE")
          ? new MySqlInsertParser(state, queries, this).parse(range, parent, ctes)
          : new MySqlWriteParser(state, queries, this).parse(range, parent, ctes);
    }
    if (tokens.is(range.from(), "INSERT")) {
      return new InsertParser(state, queries, this).parse(range, parent, ctes);
    }
    if (tokens.is(range.from(), "MERGE")) {
      return new MergeParser(state, queries, this).parse(range, parent, ctes);
    }
    return tokens.is(range.from(), "UPDATE")
        ? update(range, parent, ctes)
        : delete(range, parent, ctes);
  }

  private int update(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int id = state.open();
    int set = clauses.find(range, "SET");
    TableReference target = target(id, new Range(range.from() + 1, set), ctes);
    Range behind = new Range(Math.min(set + 1, range.to()), range.to());
    int from = clauses.find(behind, "FROM", "WHERE", "RETURNING");
    List<Assignment> assignments = assignments(new Range(set + 1, from), id, ctes);
    int where = clauses.find(behind, "WHERE", "RETURNING");
    FromParser fromClause = new FromParser(state, queries, id, parent, ctes);
    Range others = new Range(Math.min(from + 1, where), where);
    fromClause.parse(others);
    Returning returning = returning(behind, id, ctes);
    return state.close(
        new Block.Update(
            id,
            parent,
            range,
            target,
            assignments,
            others,
            where(new Range(where, range.to()), id, ctes),
            noTail(behind),
            fromClause.shape(false, false),
            returning));
  }

  private int delete(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int id = state.open();
    if (!tokens.is(range.from() + 1, "FROM")) {
      throw state.unexpected(range.from() + 1, "FROM");
    }
    Range behind = new Range(range.from() + 2, range.to());
    int using = clauses.find(behind, "USING", "WHERE", "RETURNING");
    TableReference target = target(id, new Range(behind.from(), using), ctes);
    int where = clauses.find(behind, "WHERE", "RETURNING");
    FromParser usingClause = new FromParser(state, queries, id, parent, ctes);
    Range others = new Range(Math.min(using + 1, where), where);
    usingClause.parse(others);
    return state.close(
        new Block.Delete(
            id,
            parent,
            range,
            target,
            others,
            where(new Range(where, range.to()), id, ctes),
            noTail(behind),
            usingClause.shape(false, false),
            returning(behind, id, ctes)));
  }

  private Range noTail(Range behind) {
    int end = clauses.find(behind, "RETURNING");
    return new Range(end, end);
  }

  /** The table that is changed; it is added to the statement's tables. */
  TableReference target(int block, Range range, Set<String> ctes) throws UnsupportedSqlException {
    FromParser names = new FromParser(state, queries, block, block, ctes);
    boolean only = tokens.is(range.from(), "ONLY");
    int at = only ? range.from() + 1 : range.from();
    if (at >= range.to() || !tokens.isName(at)) {
      throw state.unexpected(at, "the name of a table");
    }
    int end = names.endOfName(at);
    Range name = new Range(at, end);
    end = tokens.is(end, '*') ? end + 1 : end;
    int alias = names.alias(end, range.to());
    int behind = alias < 0 ? end : alias + 1;
    if (behind < range.to()) {
      throw state.unexpected(behind, "the end of the table's name");
    }
    return add(block, names, name, new Range(range.from(), end), alias);
  }

  /** Adds the table that is changed to the statement's tables. */
  TableReference add(int block, FromParser names, Range name, Range relation, int alias)
      throws UnsupportedSqlException {
    if (names.isCte(name)) {
      throw new UnsupportedSqlException("a CTE has the name of the table that is changed");
    }
    state.define(new Range(relation.from(), Math.max(relation.to(), alias + 1)));
    TableReference target =
        new TableReference(
            block,
            TableReference.Role.TARGET,
            name,
            relation,
            names.path(name),
            alias,
            false,
            null);
    state.tables.add(target);
    return target;
  }

  private @Nullable Range where(Range range, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    if (range.isEmpty() || !tokens.is(range.from(), "WHERE")) {
      return null;
    }
    int end = clauses.find(range, "RETURNING");
    Range where = new Range(range.from() + 1, end);
    queries.expressions(where, block, ctes);
    return where;
  }

  @Nullable Returning returning(Range range, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    int at = clauses.find(range, "RETURNING");
    if (at >= range.to()) {
      return null;
    }
    Range items = new Range(at + 1, range.to());
    if (tokens.is(at + 1, "WITH") && tokens.is(at + 2, '(')) {
      throw new UnsupportedSqlException("RETURNING WITH (…) is not supported");
    }
    queries.expressions(items, block, ctes);
    return new Returning(new Range(at, range.to()), clauses.items(items));
  }

  /** The assignments of {@code SET}. */
  List<Assignment> assignments(Range range, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    queries.expressions(range, block, ctes);
    List<Assignment> assignments = new ArrayList<>();
    for (Range part : clauses.split(range)) {
      assignments.add(assignment(part));
    }
    return assignments;
  }

  private Assignment assignment(Range range) throws UnsupportedSqlException {
    int equals = range.from();
    while (equals < range.to() && !tokens.is(equals, '=')) {
      equals = clauses.next(equals);
    }
    if (equals >= range.to()) {
      throw state.unexpected(range.to(), "an assignment");
    }
    boolean row = tokens.is(range.from(), '(');
    int qualifier = -1;
    List<Integer> targets = new ArrayList<>();
    if (row) {
      for (Range column : clauses.split(clauses.inside(range.from()))) {
        targets.add(column(column));
      }
    } else if (tokens.dialect().isMySql()) {
      Range name = new Range(range.from(), equals);
      targets.add(qualifiedColumn(name));
      qualifier = name.length() > 1 ? equals - 3 : -1;
    } else {
      targets.add(column(new Range(range.from(), equals)));
    }
    return new Assignment(range, targets, new Range(equals + 1, range.to()), row, qualifier);
  }

  /** The token of the own name of MySQL's {@code t.a}. */
  private int qualifiedColumn(Range range) throws UnsupportedSqlException {
    int name = range.to() - 1;
    for (int i = range.from(); i <= name; i += 2) {
      if (!tokens.isName(i) || (i < name && !tokens.is(i + 1, TokenKind.DOT))) {
        throw state.unexpected(i, "a column");
      }
    }
    if (range.isEmpty() || !tokens.isName(name)) {
      throw state.unexpected(range.to(), "a column");
    }
    state.define(range);
    return name;
  }

  /** The token of the column's own name; {@code a.b} is column a's field on PostgreSQL. */
  int column(Range range) throws UnsupportedSqlException {
    int name = range.from();
    if (range.isEmpty() || !tokens.isName(name)) {
      throw state.unexpected(name, "a column");
    }
    state.define(new Range(name, name + 1));
    return name;
  }
}
