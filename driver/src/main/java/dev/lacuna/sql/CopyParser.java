package dev.lacuna.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses PostgreSQL's {@code COPY} (PostgreSQL 18 manual, COPY). */
final class CopyParser {

  private final ParseState state;
  private final QueryParser queries;
  private final Tokens tokens;
  private final Clauses clauses;

  CopyParser(ParseState state, QueryParser queries) {
    this.state = state;
    this.queries = queries;
    this.tokens = state.tokens;
    this.clauses = state.clauses;
  }

  /** Parses the whole statement; returns the number of its block. */
  int parse(Range range) throws UnsupportedSqlException {
    int at = range.from() + 1;
    return tokens.is(at, '(')
        ? queries.statement(clauses.inside(at), -1, Set.of())
        : table(range, at);
  }

  private int table(Range range, int from) throws UnsupportedSqlException {
    int id = state.open();
    FromParser names = new FromParser(state, queries, id, id, Set.of());
    if (!tokens.isName(from)) {
      throw state.unexpected(from, "the name of a table");
    }
    Range name = new Range(from, names.endOfName(from));
    Range list = columnList(name.to());
    int direction = list == null ? name.to() : list.to();
    if (!tokens.isAny(direction, "TO", "FROM")) {
      throw state.unexpected(direction, "TO or FROM");
    }
    boolean loads = tokens.is(direction, "FROM");
    TableReference.Role role = loads ? TableReference.Role.TARGET : TableReference.Role.READ;
    state.define(new Range(from, direction));
    TableReference table =
        new TableReference(id, role, name, name, names.path(name), -1, false, null);
    state.tables.add(table);
    return state.close(new Block.Copy(id, -1, range, table, columns(list), list, loads));
  }

  private @Nullable Range columnList(int open) {
    return tokens.is(open, '(') ? new Range(open, clauses.next(open)) : null;
  }

  private List<Range> columns(@Nullable Range list) throws UnsupportedSqlException {
    List<Range> columns = list == null ? List.of() : clauses.split(clauses.inside(list.from()));
    for (Range column : columns) {
      if (column.length() != 1 || !tokens.isName(column.from())) {
        throw state.unexpected(column.from(), "a column");
      }
    }
    return columns;
  }
}
