package dev.lacuna.rewrite;

import dev.lacuna.sql.Range;
import dev.lacuna.sql.SelectItem;
import dev.lacuna.sql.SqlStatement;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import java.util.Locale;

/**
 * Keeps the labels of what a statement shows, on engines that label an item by its text: where that
 * text changes, or the name in it is no longer that of a table's own column, the item gets its old
 * text for a label.
 *
 * <p>MySQL 9.7 Reference Manual, 15.2.13 "SELECT Statement": an item without an alias.
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

  /** Labels whatever needs it; to be called when all other edits are made. */
  void keep() {
    statement.blocks().stream()
        .flatMap(block -> RowUses.itemsOf(block).stream())
        .filter(item -> item.kind() == SelectItem.Kind.COLUMN && !item.range().isEmpty())
        .forEach(this::keep);
  }

  private void keep(SelectItem item) {
    Range range = item.range();
    int last = range.to() - 1;
    if (tokens.isName(last) && places.qualified(last).equals(range)) {
      keepSpelling(range, last);
    } else if (edits.touch(range) && !isLabelled(range, last)) {
      label(range, tokens.text(range));
    }
  }

  /** A name may be written otherwise than the column's is; the label is as written. */
  private void keepSpelling(Range range, int last) {
    String name = tokens.text(last);
    String written = name.startsWith("`") ? name.substring(1, name.length() - 1) : name;
    if (!edits.replaces(range) && !written.equals(written.toLowerCase(Locale.ROOT))) {
      label(range, written);
    }
  }

  private boolean isLabelled(Range range, int last) {
    boolean nameOrText = tokens.isName(last) || tokens.is(last, TokenKind.STRING);
    return nameOrText
        && range.length() > 1
        && !tokens.is(last - 1, "COLLATE")
        && !tokens.is(last, "END")
        && places.isTypeOrLabel(last, range);
  }

  private void label(Range range, String text) {
    String label = text.substring(0, Math.min(text.length(), MAX_LENGTH)).strip();
    edits.after(range).text(" AS " + forms.quote(label));
  }
}
