package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns that an {@code ALTER TABLE} adds. Mutable; used for one statement. */
final class AlterTable {

  private static final List<ClausePattern> STARTS =
      ClausePattern.of(
          "ALTER TABLE", "ALTER ONLINE TABLE", "ALTER OFFLINE TABLE", "ALTER IGNORE TABLE");

  /** What else than a column can be added: see "ALTER TABLE" in each engine's manual. */
  private static final List<ClausePattern> CONSTRAINTS =
      ClausePattern.of("CONSTRAINT", "CHECK", "PRIMARY", "UNIQUE", "FOREIGN");

  private static final List<ClausePattern> POSTGRESQL_OTHERS =
      ClausePattern.of("EXCLUDE USING", "EXCLUDE <group>", "NOT NULL");

  private static final List<ClausePattern> MYSQL_OTHERS =
      ClausePattern.of(
          "INDEX",
          "KEY",
          "FULLTEXT",
          "SPATIAL",
          "PARTITION",
          "VECTOR INDEX",
          "VECTOR KEY",
          "PERIOD FOR",
          "SYSTEM VERSIONING");

  private static final List<ClausePattern> MARIADB_WAITS =
      ClausePattern.of("WAIT <token>", "NOWAIT");

  private final DeclarationCursor cursor;
  private final List<DeclaredColumn> columns = new ArrayList<>();

  private AlterTable(DeclarationCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads a statement.
   *
   * @return none if it is not an {@code ALTER TABLE}, or adds no column
   * @throws ConfigurationException if it adds something and cannot be read
   */
  static List<DeclaredColumn> read(Statement statement, Dialect dialect)
      throws ConfigurationException {
    DeclarationCursor cursor = new DeclarationCursor(statement, dialect);
    if (!any(STARTS, cursor) || !cursor.hasAhead("ADD")) {
      return List.of();
    }
    cursor.requireWellFormed();
    AlterTable alter = new AlterTable(cursor);
    alter.read();
    return alter.columns;
  }

  private void read() throws ConfigurationException {
    TableName table = readTable();
    do {
      if (cursor.accept("ADD")) {
        readAdd(table);
      } else {
        skipAction();
      }
    } while (cursor.accept(','));
    if (!cursor.atEnd()) {
      throw cursor.unreadable("a comma or the end of the statement");
    }
  }

  private TableName readTable() throws ConfigurationException {
    cursor.accept("IF", "EXISTS");
    cursor.accept("ONLY");
    TableName table = TableName.of(cursor.path("a table's name"));
    cursor.accept('*');
    any(MARIADB_WAITS, cursor);
    return table;
  }

  private void readAdd(TableName table) throws ConfigurationException {
    boolean column = cursor.accept("COLUMN");
    cursor.accept("IF", "NOT", "EXISTS");
    if (!cursor.accept('(')) {
      readElement(table, column);
      return;
    }
    do {
      readElement(table, false);
    } while (cursor.accept(','));
    cursor.accept(')');
  }

  private void readElement(TableName table, boolean isColumn) throws ConfigurationException {
    if (!isColumn && addsNoColumn()) {
      skipAction();
      return;
    }
    Origin origin = cursor.origin();
    String column = cursor.spelling("a column's name");
    columns.add(ColumnDefinition.read(cursor, table, column, origin));
  }

  private boolean addsNoColumn() {
    return any(CONSTRAINTS, cursor)
        || any(cursor.dialect() == Dialect.POSTGRESQL ? POSTGRESQL_OTHERS : MYSQL_OTHERS, cursor);
  }

  /** Passes over what declares nothing, but over no declaration. */
  private void skipAction() throws ConfigurationException {
    while (!cursor.atEnd() && !cursor.sees(TokenKind.COMMA) && !cursor.sees(TokenKind.CLOSE)) {
      if (cursor.sees("ADD", "COLUMN")) {
        throw cursor.unreadable("a comma");
      }
      cursor.step();
    }
  }

  private static boolean any(List<ClausePattern> patterns, DeclarationCursor cursor) {
    return patterns.stream().anyMatch(pattern -> pattern.accept(cursor));
  }
}
