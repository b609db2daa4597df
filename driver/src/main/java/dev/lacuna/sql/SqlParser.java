package dev.lacuna.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the structure of SQL that an edit needs: statements, the blocks and clauses in them, and
 * the tables that they name.
 *
 * <p>It is an <i>island parser</i>: what it does not need, above all expressions, stays a run of
 * tokens. So it knows every operator and function there is, its work is linear in the text's
 * length, and what it hands out are places in the application's own text.
 */
public final class SqlParser {

  private static final Set<String> SCHEMA_CHANGES =
      Set.of("alter", "create", "drop", "rename", "truncate");

  private final Tokens tokens;

  private SqlParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Parses a text of one or several statements.
   *
   * @return its statements, in order; empty statements are left out
   * @throws UnsupportedSqlException if a part that matters is not understood; what stands in the
   *     way is its message
   */
  public static List<SqlStatement> parse(Tokens tokens) throws UnsupportedSqlException {
    if (!tokens.wellFormed()) {
      throw new UnsupportedSqlException("a string, comment or parenthesis does not end");
    }
    return new SqlParser(tokens).statements();
  }

  private List<SqlStatement> statements() throws UnsupportedSqlException {
    List<SqlStatement> statements = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= tokens.count(); i++) {
      if (i == tokens.count() || isSeparator(i)) {
        if (i > from) {
          statements.add(statement(new Range(from, i)));
        }
        from = i + 1;
      } else if (tokens.is(i, TokenKind.OPEN)) {
        i = tokens.match(i);
      } else if (i == from && isRoutine(i)) {
        // A routine's body may hold semicolons of its own.
        statements.add(other(new Range(i, tokens.count()), SqlStatement.Kind.SCHEMA_CHANGE));
        return statements;
      }
    }
    return statements;
  }

  private boolean isSeparator(int token) {
    return tokens.is(token, TokenKind.SEMICOLON);
  }

  private boolean isRoutine(int from) {
    if (!tokens.is(from, "CREATE")) {
      return false;
    }
    for (int i = from + 1; i < tokens.count() && tokens.is(i, TokenKind.WORD); i++) {
      if (tokens.isAny(i, "FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "RULE")) {
        return true;
      }
    }
    return false;
  }

  private SqlStatement statement(Range range) throws UnsupportedSqlException {
    int body = bodyOf(range);
    if (body < 0) {
      boolean schemaChange =
          tokens.is(range.from(), TokenKind.WORD)
              && SCHEMA_CHANGES.contains(tokens.identifier(range.from()));
      return other(
          range, schemaChange ? SqlStatement.Kind.SCHEMA_CHANGE : SqlStatement.Kind.UTILITY);
    }
    if (tokens.inExecutableComments()) {
      throw new UnsupportedSqlException("SQL in a comment that some servers run is not supported");
    }
    ParseState state = new ParseState(tokens, range.from());
    QueryParser queries = new QueryParser(state);
    int top =
        isCopy(range.from())
            ? new CopyParser(state, queries).parse(range)
            : queries.statement(new Range(body, endOfBody(range)), -1, Set.of());
    return state.statement(range, kind(range, body, state.blocks()), top);
  }

  private static SqlStatement other(Range range, SqlStatement.Kind kind) {
    return new SqlStatement(range, kind, -1, List.of(), List.of(), List.of(), new BitSet());
  }

  private static SqlStatement.Kind kind(Range range, int body, List<Block> blocks) {
    if (body > range.from()) {
      return SqlStatement.Kind.WRAPPED;
    }
    for (Block block : blocks) {
      if (block instanceof Block.Insert
          || block instanceof Block.Update
          || block instanceof Block.Delete
          || block instanceof Block.Merge
          || block instanceof Block.JoinedWrite) {
        return SqlStatement.Kind.WRITE;
      }
    }
    return SqlStatement.Kind.QUERY;
  }

  /** Where the query or write of a statement begins, or −1 where it has none to look into. */
  private int bodyOf(Range range) throws UnsupportedSqlException {
    int from = range.from();
    if (startsBody(from) || (tokens.is(from, '(') && startsBody(firstWord(from)))) {
      return from;
    }
    if (isCopy(from)) {
      return from + 1;
    }
    if (tokens.isAny(from, "EXPLAIN", "PREPARE", "DECLARE")) {
      return wrappedBody(range);
    }
    return isCreateTableAs(range) ? wrappedBody(range) : -1;
  }

  private boolean isCopy(int from) {
    return tokens.is(from, "COPY") && !tokens.dialect().isMySql();
  }

  // CREATE TABLE a AS SELECT … WITH NO DATA
  private int endOfBody(Range range) {
    int end = range.to();
    if (!tokens.is(range.from(), "CREATE") || !tokens.is(end - 1, "DATA")) {
      return end;
    }
    end -= tokens.is(end - 2, "NO") ? 2 : 1;
    return tokens.is(end - 1, "WITH") ? end - 1 : range.to();
  }

  private int firstWord(int from) {
    int at = from;
    while (tokens.is(at, '(')) {
      at++;
    }
    return at;
  }

  private boolean startsBody(int token) {
    return tokens.isAny(token, "SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE")
        || (tokens.is(token, "MERGE") && tokens.is(token + 1, "INTO"))
        || isReplace(token);
  }

  /** MySQL's statement, not the function, nor CREATE OR REPLACE. */
  private boolean isReplace(int token) {
    return tokens.is(token, "REPLACE")
        && tokens.dialect().isMySql()
        && !tokens.is(token + 1, '(')
        && !tokens.is(token - 1, "OR");
  }

  private boolean isCreateTableAs(Range range) {
    return tokens.is(range.from(), "CREATE")
        && tokens.isAny(
            range.from() + 1, "TABLE", "TEMP", "TEMPORARY", "UNLOGGED", "LOCAL", "GLOBAL");
  }

  private int wrappedBody(Range range) throws UnsupportedSqlException {
    Clauses clauses = new Clauses(tokens);
    for (int i = range.from() + 1; i < range.to(); i = clauses.next(i)) {
      if (startsBody(i) && !isPartOfHead(i)) {
        return i;
      }
    }
    return -1;
  }

  // DECLARE c CURSOR WITH HOLD FOR SELECT …; CREATE TABLE t … WITH (fillfactor = 70) AS SELECT …;
  // CREATE TABLE t PARTITION OF u FOR VALUES IN (1)
  private boolean isPartOfHead(int token) {
    return tokens.is(token - 1, "CREATE")
        || (tokens.is(token, "VALUES") && tokens.is(token - 1, "FOR"))
        || tokens.isAny(token - 1, "TEMP", "TEMPORARY", "UNLOGGED")
        || (tokens.is(token, "WITH")
            && (tokens.isAny(token + 1, "HOLD", "DATA", "NO") || tokens.is(token + 1, '(')));
  }
}
