package dev.lacuna.sql;

import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the statements that change rows: {@code INSERT}, {@code UPDATE} and {@code DELETE}. */
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
    if (tokens.is(range.from(), "MERGE")) {
      throw new UnsupportedSqlException("MERGE is not supported yet");
    }
    if (tokens.isAny(range.from(), "INSERT", "REPLACE")) {
      return new InsertParser(state, queries, this).parse(range, parent, ctes);
    }
    return tokens.is(range.from(), "UPDATE")
        ? update(range, parent, ctes)
        : delete(range, parent, ctes);
  }

  private int update(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int id = state.open();
    int set = clauses.find(range, "SET");
    TableReference target = target(id, new Range(afterModifiers(range.from() + 1), set), ctes);
    Range behind = new Range(Math.min(set + 1, range.to()), range.to());
    int from = clauses.find(behind, "FROM", "WHERE", "ORDER", "LIMIT", "RETURNING");
    List<Assignment> assignments = assignments(new Range(set + 1, from), id, ctes);
    int where = clauses.find(behind, "WHERE", "ORDER", "LIMIT", "RETURNING");
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
            fromClause.shape(false, false),
            returning));
  }

  private boolean isMySql() {
    return tokens.dialect() != Dialect.POSTGRESQL;
  }

  private int afterModifiers(int token) {
    int at = token;
    while (isMySql() && tokens.isAny(at, "LOW_PRIORITY", "QUICK", "IGNORE")) {
      at++;
    }
    return at;
  }

  private int delete(Range range, int parent, Set<String> ctes) throws UnsupportedSqlException {
    int id = state.open();
    int word = afterModifiers(range.from() + 1);
    if (!tokens.is(word, "FROM")) {
      throw state.unexpected(word, "FROM");
    }
    Range behind = new Range(word + 1, range.to());
    int using = clauses.find(behind, "USING", "WHERE", "ORDER", "LIMIT", "RETURNING");
    if (isMySql() && tokens.is(using, "USING")) {
      throw new UnsupportedSqlException("DELETE from several tables is not supported yet");
    }
    TableReference target = target(id, new Range(behind.from(), using), ctes);
    int where = clauses.find(behind, "WHERE", "ORDER", "LIMIT", "RETURNING");
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
            usingClause.shape(false, false),
            returning(behind, id, ctes)));
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
    end = names.partition(end, range.to());
    int alias = names.alias(end, range.to());
    int behind = alias < 0 ? end : alias + 1;
    behind = names.partition(behind, range.to());
    if (behind < range.to()) {
      throw state.unexpected(behind, "the end of the table's name");
    }
    List<String> path = names.path(name);
    if (path.size() == 1 && ctes.contains(path.get(0))) {
      throw new UnsupportedSqlException("a CTE has the name of the table that is changed");
    }
    state.define(new Range(range.from(), behind));
    TableReference target =
        new TableReference(
            block,
            TableReference.Role.TARGET,
            name,
            new Range(range.from(), end),
            path,
            alias,
            false,
            null);
    state.tables.add(target);
    return target;
  }

  private @Nullable Range where(Range range, int block, Set<String> ctes)
      throws UnsupportedSqlException {
    int end = clauses.find(range, "RETURNING");
    queries.expressions(new Range(range.from(), end), block, ctes);
    return range.isEmpty() || !tokens.is(range.from(), "WHERE")
        ? null
        : new Range(range.from() + 1, clauses.find(range, "ORDER", "LIMIT", "RETURNING"));
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
    boolean row = tokens.is(range.from(), '(') && !isMySql();
    List<Integer> targets = new ArrayList<>();
    if (row) {
      for (Range column : clauses.split(clauses.inside(range.from()))) {
        targets.add(column(column));
      }
    } else {
      targets.add(column(new Range(range.from(), equals)));
    }
    return new Assignment(range, targets, new Range(equals + 1, range.to()), row);
  }

  /** The token of the column's own name; {@code a.b} is column a's field on PostgreSQL. */
  int column(Range range) throws UnsupportedSqlException {
    int name = range.from();
    if (range.isEmpty() || !tokens.isName(name)) {
      throw state.unexpected(name, "a column");
    }
    if (isMySql()) {
      // There a dot has the table's name in front of it.
      while (tokens.is(name + 1, TokenKind.DOT) && tokens.isName(name + 2)) {
        name += 2;
      }
    }
    state.define(new Range(range.from(), name + 1));
    return name;
  }
}
