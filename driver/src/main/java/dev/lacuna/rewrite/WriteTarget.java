package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.Tokens;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table that one block changes, and what becomes of its missing columns there. Mutable; used by
 * one thread for one rewrite.
 */
final class WriteTarget {

  /** Stands for a value that only the server knows. */
  private static final Range UNKNOWN = new Range(0, 0);

  private final Tokens tokens;
  private final TableReference table;
  private final TableShape shape;
  private final Forms forms;
  private final Map<String, Range> written = new HashMap<>();
  private final DeadValues dead;
  private final Set<String> used = new HashSet<>();
  private boolean vanishes;
  private boolean countsColumns;
  private boolean unguarded;

  WriteTarget(Tokens tokens, TableReference table, TableShape shape, Forms forms) {
    this.tokens = tokens;
    this.table = table;
    this.shape = shape;
    this.forms = forms;
    this.dead = new DeadValues(tokens, forms);
  }

  TableReference table() {
    return table;
  }

  TableShape shape() {
    return shape;
  }

  Forms forms() {
    return forms;
  }

  DeadValues dead() {
    return dead;
  }

  List<DeclaredColumn> missing() {
    return shape.missing();
  }

  @Nullable DeclaredColumn missing(String column) {
    for (DeclaredColumn declared : shape.missing()) {
      if (declared.column().equals(column)) {
        return declared;
      }
    }
    return null;
  }

  /** Notes that the statement relies on the column's being missing. */
  void use(DeclaredColumn column) {
    used.add(column.column());
  }

  /** Notes that the generated keys rely on it. */
  void use(GeneratedKeys keys) {
    for (DeclaredColumn column : shape.missing()) {
      if (keys.all() || keys.names().contains(column.column())) {
        use(column);
      }
    }
  }

  List<DeclaredColumn> usedDeclarations() {
    return shape.missing().stream().filter(column -> used.contains(column.column())).toList();
  }

  /** Notes that the statement relies on which columns stand before the missing ones. */
  void countColumns() {
    countsColumns = true;
  }

  /** Notes that the guard stands not in the text: it has to be asked for before, under the lock. */
  void leaveUnguarded() {
    unguarded = true;
  }

  boolean isUnguarded() {
    return unguarded;
  }

  /** Notes the value that is written to a missing column. */
  void vanish(DeclaredColumn column, Range value) throws NoAnswerException {
    note(column, value);
    if (!isDefault(value)) {
      dead.add(value, column.type());
    }
  }

  /** Notes the value that is assigned to a missing column; on MySQL the last of several counts. */
  void assign(DeclaredColumn column, Range value) throws NoAnswerException {
    if (forms.assignsInOrder()) {
      written.remove(column.column());
    }
    vanish(column, value);
  }

  /** Notes that a missing column is written a value that stays in the text. */
  void vanishUnseen(DeclaredColumn column) throws NoAnswerException {
    note(column, UNKNOWN);
  }

  /**
   * Notes that a part of a missing column is written: an element of an array, or a field.
   *
   * @param type the part's type; null where it is not known
   * @throws UnsupportedSqlException if the type would have to be known
   */
  void vanishInPart(DeclaredColumn column, Range value, @Nullable String type)
      throws UnsupportedSqlException {
    use(column);
    vanishes = true;
    written.put(column.column(), UNKNOWN);
    if (type != null) {
      dead.add(value, type);
    } else if (DeadValues.hasParameter(tokens, value)) {
      throw new UnsupportedSqlException(
          "a parameter is written to a field of \"" + column.column() + "\", of unknown type");
    }
  }

  private void note(DeclaredColumn column, Range value) throws NoAnswerException {
    use(column);
    vanishes = true;
    if (written.put(column.column(), value) != null) {
      throw new NoAnswerException(
          "\"" + column.column() + "\" is written twice", forms.duplicateColumn());
    }
  }

  boolean isDefault(Range value) {
    return value.length() == 1 && tokens.is(value.from(), "DEFAULT");
  }

  /**
   * The value that is written to a missing column; empty if only the server knows it, null if none
   * is.
   */
  @Nullable Range written(String column) {
    Range value = written.get(column);
    return value == null || isDefault(value) ? null : value;
  }

  /** Whether generated keys are asked for that are missing columns. */
  boolean isAskedFor(GeneratedKeys keys) {
    return keys.names().stream().anyMatch(name -> missing(name) != null)
        || (keys.all() && shape.hides());
  }

  /** Whether a value vanishes. */
  boolean vanishes() {
    return vanishes;
  }

  /**
   * Writes the columns of a row as a star shows them, hidden ones included.
   *
   * @param qualifier of those that exist
   * @param labelled whether the missing ones need their names
   * @param value of those that are missing
   */
  void writeRow(Edits.Replacement out, String qualifier, boolean labelled, TargetReads.Value value)
      throws NoAnswerException {
    String separator = "";
    for (String name : shape.completedNames()) {
      DeclaredColumn column = missing(name);
      out.text(separator);
      if (column == null) {
        out.text(qualifier + "." + forms.quote(name));
      } else {
        value.write(column, "", out);
        out.text(labelled ? " AS " + forms.quote(name) : "");
      }
      separator = ", ";
    }
  }

  /** Notes what another part of the same statement does to the missing columns. */
  void include(WriteTarget part) {
    part.usedDeclarations().forEach(this::use);
    vanishes |= part.vanishes;
    countsColumns |= part.countsColumns;
  }

  /** The target's name as it stands in the statement. */
  String relation() {
    return tokens.text(table.name());
  }

  /** The name that qualifies the target's columns, fit for SQL text. */
  String qualifier() {
    return table.alias() < 0 ? relation() : tokens.text(table.alias());
  }

  /** Writes the guard, and the branch that keeps the vanished values. */
  void condition(Edits.Replacement out) throws UnsupportedSqlException {
    out.text(guardText());
    if (!dead.isEmpty()) {
      dead.condition(out.text(" AND "));
    }
  }

  /**
   * Writes a value of an {@code INSERT} that is written while the columns are missing alone, and
   * keeps the vanished values beside it.
   */
  void guard(Range value, Edits.Replacement out) throws UnsupportedSqlException {
    Forms.Around refusal = forms.refusal(relation(), shape, usedColumns());
    if (refusal == null) {
      condition(out.text("CASE WHEN "));
      out.text(" THEN ").copy(value).text(" END");
      return;
    }
    out.text("IF(TRUE, ").copy(value).text(", ");
    if (dead.isEmpty()) {
      out.text(refusal.before() + "''" + refusal.after());
    } else if (dead.areParameters()) {
      dead.unused(out.text(refusal.before() + "("));
      out.text(")" + refusal.after());
    } else {
      // A name in them would be looked for in the refusal's own table.
      dead.unused(out.text("CASE WHEN "));
      out.text(" THEN " + refusal.before() + "''" + refusal.after() + " END");
    }
    out.text(")");
  }

  /** Hidden columns are left out: whether they are there does not matter. */
  private List<String> usedColumns() {
    return usedDeclarations().stream()
        .filter(column -> !column.hidden())
        .map(DeclaredColumn::column)
        .toList();
  }

  /** Whether the statement relies on what the table has. */
  boolean isGuarded() {
    return countsColumns || !usedColumns().isEmpty();
  }

  /** The guard as a condition. */
  String guardText() throws UnsupportedSqlException {
    if (!isGuarded()) {
      return "TRUE";
    }
    return forms.guard(relation(), shape, usedColumns(), countsColumns);
  }

  /** The guard, to be asked for by itself. */
  Guard guard() {
    return forms.probe(table.path(), relation(), shape, usedColumns(), countsColumns);
  }
}
