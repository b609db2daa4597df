package dev.lacuna.rewrite;

import dev.lacuna.engine.Dialect;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.DeclaredColumns;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Keywords;
import dev.lacuna.sql.MergeClause;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlParser;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out what a text is to the declarations. */
final class Analyzer {

  /** Words of statements that change tables, what a name stands for, or how SQL is read. */
  private static final Set<String> CHANGE_WORDS =
      Set.of(
          ("alter create drop rename search_path schema set_config discard role authorization use"
                  + " sql_mode")
              .split(" "));

  /**
   * What editing one statement may take at most: an edit for a table passes over the statement's
   * tokens. A limit by the clock would treat one text now so, now otherwise.
   */
  private static final long MOST_WORK = 20_000_000;

  private final DeclaredColumns declared;
  private final Dialect dialect;
  private final Forms forms;
  private final NameScanner scanner;

  Analyzer(DeclaredColumns declared, Dialect dialect, Forms forms) {
    this.declared = declared;
    this.dialect = dialect;
    this.forms = forms;
    Set<String> words = new HashSet<>(declared.tableNames());
    words.addAll(CHANGE_WORDS);
    this.scanner = new NameScanner(words);
  }

  /** Whether the text may be anything but untouched; cheap, and says yes too often. */
  boolean mayMatter(String sql) {
    return !declared.isEmpty() && scanner.mentions(sql);
  }

  Analysis analyse(String sql) {
    Tokens tokens = Tokens.folded(sql, dialect);
    Set<String> words = words(tokens);
    try {
      List<SqlStatement> statements = SqlParser.parse(tokens);
      refuseAlike(tokens, statements);
      if (statements.stream().anyMatch(statement -> changesSchema(tokens, statement))) {
        return new Analysis.SchemaChange(
            statements.stream().anyMatch(statement -> changesTables(tokens, statement)));
      }
      Relevance most = Relevance.NONE;
      for (SqlStatement statement : statements) {
        refuseMuchWork(statement);
        Relevance relevance = relevance(tokens, statement, words);
        most = relevance.compareTo(most) > 0 ? relevance : most;
      }
      return most == Relevance.NONE
          ? Analysis.Untouched.INSTANCE
          : new Analysis.Relevant(tokens, statements, words, most == Relevance.GENERATED_KEYS);
    } catch (UnsupportedSqlException e) {
      return mentionsColumn(tokens)
          ? new Analysis.Unsupported(String.valueOf(e.getMessage()))
          : Analysis.Untouched.INSTANCE;
    }
  }

  private static Set<String> words(Tokens tokens) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < tokens.count(); i++) {
      boolean labelOrFunction = tokens.is(i - 1, "AS") || tokens.is(i + 1, '(');
      if (tokens.isName(i) && !labelOrFunction && !isKeyword(tokens, i)) {
        words.add(tokens.identifier(i));
      }
    }
    return words;
  }

  private static boolean isKeyword(Tokens tokens, int token) {
    return tokens.is(token, TokenKind.WORD) && Keywords.isReserved(tokens.identifier(token));
  }

  private boolean changesSchema(Tokens tokens, SqlStatement statement) {
    if (statement.kind() == SqlStatement.Kind.SCHEMA_CHANGE) {
      return true;
    }
    if (statement.kind() == SqlStatement.Kind.UTILITY) {
      int first = statement.range().from();
      return !setsUserVariable(tokens, statement.range())
          && tokens.isAny(first, "SET", "RESET", "DISCARD", "DO", "CALL", "USE");
    }
    for (int i = statement.range().from(); i < statement.range().to(); i++) {
      if (tokens.is(i, "SET_CONFIG")) {
        return true;
      }
    }
    return false;
  }

  /** Temporary tables are nobody else's. */
  private static boolean changesTables(Tokens tokens, SqlStatement statement) {
    int first = statement.range().from();
    boolean temporary =
        tokens.is(first, "CREATE")
            && (tokens.isAny(first + 1, "TEMP", "TEMPORARY")
                || tokens.isAny(first + 2, "TEMP", "TEMPORARY"));
    return statement.kind() == SqlStatement.Kind.SCHEMA_CHANGE && !temporary;
  }

  /** MySQL's {@code SET @x = 5}; {@code @@x} is one of the system's. */
  private static boolean setsUserVariable(Tokens tokens, Range statement) {
    int at = statement.from() + 1;
    return tokens.is(statement.from(), "SET")
        && at + 1 < statement.to()
        && tokens.text(at).startsWith("@")
        && !tokens.text(at).startsWith("@@")
        && !tokens.text(at + 1).startsWith("@");
  }

  /** MySQL's server decides whether the case of tables' names counts; a database may differ. */
  private static void refuseAlike(Tokens tokens, List<SqlStatement> statements)
      throws UnsupportedSqlException {
    for (SqlStatement statement : statements) {
      Set<String> names = new HashSet<>();
      for (TableReference table : statement.tables()) {
        String name = table.exposedName(tokens);
        if (tokens.dialect().isMySql() && !names.add(table.block() + "." + name)) {
          throw new UnsupportedSqlException("two tables of one FROM are named " + name);
        }
      }
    }
  }

  private void refuseMuchWork(SqlStatement statement) throws UnsupportedSqlException {
    long tables =
        statement.tables().stream()
            .filter(table -> !declared.ofTablesNamed(table.table()).isEmpty())
            .count();
    if (tables * statement.range().length() > MOST_WORK) {
      throw new UnsupportedSqlException(
          "it is too long for the %d tables with declared columns that it names".formatted(tables));
    }
  }

  private boolean mentionsColumn(Tokens tokens) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isName(i)) {
        names.add(tokens.identifier(i));
      }
    }
    for (DeclaredColumn column : declared.all()) {
      if (names.contains(dialect.foldTable(column.table())) && names.contains(column.column())) {
        return true;
      }
    }
    return false;
  }

  /** What a statement has to do with the declared columns of the tables that it names. */
  private enum Relevance {
    NONE,
    GENERATED_KEYS,
    FULL
  }

  private Relevance relevance(Tokens tokens, SqlStatement statement, Set<String> words) {
    ReadRewriter reads = new ReadRewriter(tokens, statement, words, new Edits(tokens), forms);
    Relevance relevance = Relevance.NONE;
    for (TableReference table : statement.tables()) {
      List<DeclaredColumn> columns = declared.ofTablesNamed(table.table());
      if (columns.isEmpty()) {
        continue;
      }
      boolean mentioned = columns.stream().anyMatch(column -> words.contains(column.column()));
      boolean target = table.role() == TableReference.Role.TARGET;
      boolean all =
          target
              ? showsOrTakesAll(statement, table) || reads.rows().any(table)
              : reads.showsAllColumns(table);
      if (mentioned || all) {
        return Relevance.FULL;
      }
      relevance = target ? Relevance.GENERATED_KEYS : relevance;
    }
    return relevance;
  }

  /** Whether a write takes a value for every column, or returns every column. */
  private static boolean showsOrTakesAll(SqlStatement statement, TableReference target) {
    Block block = statement.blocks().get(target.block());
    boolean takesAll = block instanceof Block.Insert insert && takesAll(insert);
    if (block instanceof Block.Merge merge) {
      for (MergeClause clause : merge.clauses()) {
        takesAll |= clause.action() instanceof MergeClause.Insert insert && takesAll(insert.row());
      }
    }
    return takesAll || RowUses.itemsOf(block).stream().anyMatch(SelectItem::isStar);
  }

  private static boolean takesAll(Block.Insert insert) {
    return insert.columnList() == null
        && !(insert.source() instanceof InsertSource.Defaults)
        && !(insert.source() instanceof InsertSource.Assigned);
  }
}
