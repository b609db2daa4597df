package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.config.Option;
import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code lacuna.hide}: names of declared columns, separated by commas. */
final class HiddenColumns {

  private HiddenColumns() {}

  /**
   * The declarations, those that the option names hidden. A name without a schema means the column
   * in whatever schema it is declared.
   *
   * @throws ConfigurationException if a name cannot be read, or if no such column is declared
   */
  static List<DeclaredColumn> hide(String value, List<DeclaredColumn> declared, Dialect dialect)
      throws ConfigurationException {
    List<DeclaredColumn> columns = new ArrayList<>(declared);
    for (Statement name : split(value, dialect)) {
      DeclarationCursor cursor = new DeclarationCursor(name, dialect);
      List<String> path = cursor.path("a table's name");
      if (path.size() < 2 || !cursor.atEnd()) {
        throw Refusals.noColumn(name.text());
      }
      TableName table = TableName.of(path.subList(0, path.size() - 1));
      String column = path.get(path.size() - 1);
      boolean[] found = {false};
      columns.replaceAll(
          each -> {
            boolean named = isNamed(each, table, column);
            found[0] |= named;
            return named ? each.hide() : each;
          });
      if (!found[0]) {
        throw Refusals.hiddenUndeclared(table.column(column));
      }
    }
    return columns;
  }

  private static boolean isNamed(DeclaredColumn declared, TableName table, String column) {
    return declared.column().equals(column)
        && declared.table().equals(table.table())
        && (table.schema() == null || table.schema().equals(declared.schema()));
  }

  private static List<Statement> split(String value, Dialect dialect)
      throws ConfigurationException {
    Tokens tokens = Tokens.of(value, dialect);
    if (!tokens.wellFormed()) {
      throw Refusals.noColumn(value);
    }
    List<Statement> names = new ArrayList<>();
    Statement whole = new Statement(Option.HIDE.key(), 1, value);
    int first = 0;
    for (int i = 0; i <= tokens.count(); i++) {
      if (i == tokens.count() || tokens.is(i, TokenKind.COMMA)) {
        if (first < i) {
          names.add(whole.part(tokens.start(first), tokens.end(i - 1)));
        }
        first = i + 1;
      }
    }
    return names;
  }
}
