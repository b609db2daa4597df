package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.Option;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads the declarations in {@code lacuna.columns}: each a dotted name, then as in SQL. */
final class InlineColumns {

  private InlineColumns() {}

  /**
   * Reads the option's value.
   *
   * @throws ConfigurationException if a declaration cannot be read or shown
   */
  static List<DeclaredColumn> read(String value, Dialect dialect) throws ConfigurationException {
    List<DeclaredColumn> columns = new ArrayList<>();
    Statement whole = new Statement(Option.COLUMNS.key(), 1, value);
    for (Statement declaration : split(whole, dialect)) {
      columns.add(readOne(new DeclarationCursor(declaration, dialect)));
    }
    return columns;
  }

  private static DeclaredColumn readOne(DeclarationCursor cursor) throws ConfigurationException {
    Origin origin = cursor.origin();
    List<String> path = cursor.path("a table's name");
    int last = path.size() - 1;
    if (last == 0) {
      throw cursor.unreadable("a dot and the column's name");
    }
    TableName table = TableName.of(path.subList(0, last));
    DeclaredColumn column = ColumnDefinition.read(cursor, table, path.get(last), origin);
    if (!cursor.atEnd()) {
      throw cursor.unreadable("a semicolon before the next declaration");
    }
    return column;
  }

  /** At each semicolon outside parentheses. */
  private static List<Statement> split(Statement whole, Dialect dialect)
      throws ConfigurationException {
    Tokens tokens = Tokens.of(whole.text(), dialect);
    if (!tokens.wellFormed()) {
      throw Refusals.malformed(whole.originOf(0));
    }
    List<Statement> parts = new ArrayList<>();
    int first = 0;
    while (first < tokens.count()) {
      int end = first;
      while (end < tokens.count() && !tokens.is(end, TokenKind.SEMICOLON)) {
        end = Math.max(end, tokens.match(end)) + 1;
      }
      if (first < end) {
        parts.add(whole.part(tokens.start(first), tokens.end(end - 1)));
      }
      first = end + 1;
    }
    return parts;
  }
}
