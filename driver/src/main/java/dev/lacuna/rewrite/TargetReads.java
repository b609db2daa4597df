package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TokenKind;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replaces what reads the missing columns of a write's target, or its whole rows.
 *
 * <p>A name without a qualifier in a sub-select may be that of something there, which the server
 * alone knows. It stays, and the sub-select gets a scope around it that offers the value: the name
 * is found there only if nothing further in has it.
 */
final class TargetReads {

  /** What a missing column shows. */
  @FunctionalInterface
  interface Value {

    /** Writes the value, given the name by which the column was qualified, or "". */
    void write(DeclaredColumn column, String qualifier, Edits.Replacement out)
        throws NoAnswerException;
  }

  /** Before a write every row has the default. */
  static Value defaults(Forms forms) {
    return (column, qualifier, out) -> out.text(forms.defaultOf(column));
  }

  /** The same in a {@code DELETE} that returns its rows. */
  static Value defaultsInDelete(Forms forms) {
    return (column, qualifier, out) -> out.text(forms.defaultInDelete(column));
  }

  private final Write write;
  private final Tokens tokens;
  private final boolean labelled;

  /**
   * For one write.
   *
   * @param labelled whether the label of a result may come from the name of the column
   */
  TargetReads(Write write, boolean labelled) {
    this.write = write;
    this.tokens = write.tokens();
    this.labelled = labelled;
  }

  /** Replaces what stands in a run of tokens; returns whether there was anything. */
  boolean replace(Range within, Set<String> qualifiers, Value value)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    return replace(within, qualifiers, value, Set.of());
  }

  /**
   * Replaces what stands in a run of tokens; returns whether there was anything.
   *
   * @param others names in it that are known to be something else
   */
  boolean replace(Range within, Set<String> qualifiers, Value value, Set<Integer> others)
      throws UnsupportedSqlException, NoAnswerException, SQLException {
    boolean any = rows(within, value);
    Map<Integer, Set<String>> scopes = new HashMap<>();
    for (DeclaredColumn column : write.target().missing()) {
      for (ColumnUses.Use use : write.uses().of(column.column(), within, qualifiers)) {
        if (others.contains(use.name())) {
          continue;
        }
        write.target().use(column);
        any = true;
        if (use.scope() == ColumnUses.DIRECT) {
          direct(use, column, within, value);
        } else {
          scopes.computeIfAbsent(use.scope(), open -> new HashSet<>()).add(column.column());
        }
      }
    }
    for (int open : new TreeSet<>(scopes.keySet())) {
      scope(open, scopes.getOrDefault(open, Set.of()), value);
    }
    return any;
  }

  private void direct(ColumnUses.Use use, DeclaredColumn column, Range within, Value value)
      throws NoAnswerException {
    Range range = withDefault(use.range());
    Edits.Replacement out = write.edits().replace(range);
    String label = " AS " + write.target().forms().quote(tokens.spelling(use.name()));
    boolean whole = range.equals(within);
    if (labelled && !whole) {
      // PostgreSQL labels nickname::text by the name; so it does a sub-select with that label.
      value.write(column, use.qualifier(), out.text("(SELECT "));
      out.text(label + ")");
      return;
    }
    boolean subscript = tokens.is(use.range().to(), '[');
    value.write(column, use.qualifier(), out.text(subscript ? "(" : ""));
    out.text(subscript ? ")" : "").text(labelled ? label : "");
  }

  /** {@code DEFAULT(nickname)} is what the column shows as well. */
  private Range withDefault(Range name) {
    int before = name.from() - 2;
    boolean isDefault =
        tokens.is(before, "DEFAULT")
            && tokens.is(before + 1, '(')
            && tokens.match(before + 1) == name.to();
    return isDefault ? new Range(before, name.to() + 1) : name;
  }

  private void scope(int open, Set<String> columns, Value value)
      throws NoAnswerException, UnsupportedSqlException {
    Range query = write.clauses().inside(open);
    Edits.Replacement out = write.edits().before(query).text("SELECT lacuna_x.* FROM (SELECT ");
    values(out, columns, value, "");
    Forms.Around around = write.target().forms().scope();
    out.text(around.before());
    write.edits().after(query).text(around.after());
  }

  private void values(Edits.Replacement out, Set<String> columns, Value value, String before)
      throws NoAnswerException {
    String separator = before;
    for (DeclaredColumn column : write.target().missing()) {
      if (columns.contains(column.column())) {
        value.write(column, "", out.text(separator));
        out.text(" AS " + write.target().forms().quote(column.column()));
        separator = ", ";
      }
    }
  }

  private boolean rows(Range within, Value value) throws NoAnswerException, SQLException {
    boolean any = false;
    for (int token : write.rows().of(write.target().table())) {
      if (within.contains(token) && isRow(token, within)) {
        write.target().missing().forEach(write.target()::use);
        row(token, value);
        any = true;
      }
    }
    return any;
  }

  private boolean isRow(int token, Range within) throws NoAnswerException, SQLException {
    boolean star = tokens.is(token + 1, TokenKind.DOT);
    NamePlaces places = new NamePlaces(tokens, write.statement());
    boolean place = star || (places.isColumn(one(token), within) && !places.isRowOfField(token));
    return place && write.uses().isRowOfTarget(token);
  }

  private static Range one(int token) {
    return new Range(token, token + 1);
  }

  /** A row with the missing columns at its end. */
  private void row(int token, Value value) throws NoAnswerException {
    boolean star = tokens.is(token + 1, TokenKind.DOT);
    Set<String> all = new HashSet<>();
    write.target().missing().forEach(column -> all.add(column.column()));
    if (star && isListed(token) && write.target().shape().hides()) {
      Edits.Replacement out = write.edits().replace(new Range(token, token + 3));
      write.target().writeRow(out, write.target().qualifier(), false, value);
      return;
    }
    if (star && isListed(token)) {
      Edits.Replacement out = write.edits().after(one(token + 2));
      for (DeclaredColumn column : write.target().missing()) {
        value.write(column, "", out.text(", "));
      }
      return;
    }
    String name = write.target().forms().quote(write.targetName());
    Range range = star ? new Range(token, token + 3) : one(token);
    Edits.Replacement out = write.edits().replace(range);
    out.text("(SELECT " + name + " FROM (SELECT ");
    if (write.target().shape().hides()) {
      write.target().writeRow(out, write.target().qualifier(), true, value);
    } else {
      out.text(write.target().qualifier() + ".*");
      values(out, all, value, ", ");
    }
    out.text(") " + name + ")");
  }

  /** Whether the row is spread out into a list of values, as in {@code ROW(u.*)}. */
  private boolean isListed(int token) {
    int at = token - 1;
    while (at >= 0 && !tokens.is(at, TokenKind.OPEN)) {
      at = tokens.is(at, TokenKind.CLOSE) ? tokens.match(at) - 1 : at - 1;
    }
    boolean function = tokens.isName(at - 1) && !tokens.isAny(at - 1, "ROW", "IN", "VALUES");
    return at >= 0 && !function;
  }
}
