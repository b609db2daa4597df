package dev.lacuna.rewrite;

import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Block;
import dev.lacuna.sql.InsertSource;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;

/**
 * Keeps the labels of columns as MySQL and MariaDB make them: that of a table's column is spelled
 * as in the statement, that of a derived table's as there, and that of anything else is its text
 * (tried on 9.7.4 and 11.8.6).
 */
final class Labels {

  /** MySQL 9.7 Reference Manual, 11.2.1 "Identifier Length Limits": of an alias. */
  private static final int MAX_LENGTH = 255;

  private final Tokens tokens;
  private final SqlStatement statement;
  private final Edits edits;
  private final Forms forms;
  private final NamePlaces places;

  Labels(Tokens tokens, SqlStatement statement, Edits edits, Forms forms) {
    this.tokens = tokens;
    this.statement = statement;
    this.edits = edits;
    this.forms = forms;
    this.places = new NamePlaces(tokens, statement);
  }

  /** Labels the columns of a table that becomes a derived table. */
  void keep(TableReference table, TableShape shape) {
    if (isInserted(table.block())) {
      return;
    }
    for (SelectItem item : RowUses.itemsOf(statement.blocks().get(table.block()))) {
      if (item.kind() == SelectItem.Kind.COLUMN && isColumnOf(table, item.range())) {
        int name = item.range().to() - 1;
        String spelling = tokens.spelling(name);
        if (!shape.spelling(tokens.identifier(name)).equals(spelling) && has(shape, name)) {
          edits.after(item.range()).text(" AS " + forms.quote(spelling));
        }
      }
    }
  }

  /** Labels what is shown by an expression that has been edited; to be called behind all edits. */
  void keepTexts() {
    statement.blocks().stream()
        .filter(block -> !isInserted(block.id()))
        .flatMap(block -> RowUses.itemsOf(block).stream())
        .filter(item -> item.kind() == SelectItem.Kind.COLUMN && !item.range().isEmpty())
        .map(SelectItem::range)
        .filter(item -> edits.touch(item) && !isName(item) && !isLabelled(item))
        .forEach(this::label);
  }

  private boolean isName(Range item) {
    int last = item.to() - 1;
    return tokens.isName(last) && places.qualified(last).equals(item);
  }

  private boolean isLabelled(Range item) {
    int last = item.to() - 1;
    return (tokens.isName(last) || tokens.is(last, TokenKind.STRING))
        && item.length() > 1
        && !tokens.is(last - 1, "COLLATE")
        && !tokens.is(last, "END")
        && places.isTypeOrLabel(last, item);
  }

  private void label(Range item) {
    String text = tokens.text(item);
    String label = text.substring(0, Math.min(text.length(), MAX_LENGTH)).strip();
    edits.after(item).text(" AS " + forms.quote(label));
  }

  private boolean has(TableShape shape, int name) {
    String column = tokens.identifier(name);
    return shape.column(column) != null || shape.declaration(column) != null;
  }

  /** What is inserted needs no labels. */
  private boolean isInserted(int block) {
    return statement.blocks().stream()
        .anyMatch(
            other ->
                other instanceof Block.Insert insert
                    && insert.source() instanceof InsertSource.Query query
                    && query.block() == block);
  }

  private boolean isColumnOf(TableReference table, Range item) {
    int last = item.to() - 1;
    for (int i = last; i >= item.from(); i--) {
      boolean dot = (last - i) % 2 == 1;
      if (dot ? !tokens.is(i, TokenKind.DOT) : !tokens.isName(i)) {
        return false;
      }
    }
    return item.length() == 1
        || (item.length() % 2 == 1
            && tokens.identifier(last - 2).equals(table.exposedName(tokens)));
  }
}
