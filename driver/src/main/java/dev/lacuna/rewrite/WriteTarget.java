package dev.lacuna.rewrite;

import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.Range;
import dev.lacuna.sql.TableReference;
import dev.lacuna.sql.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table that one block changes, and what becomes of its missing columns there. Mutable; used by
 * one thread for one rewrite.
 */
final class WriteTarget {

  /** PostgreSQL 18 manual, appendix A: duplicate_column. */
  private static final String DUPLICATE_COLUMN = "42701";

  /** Stands for a value that only a query knows. */
  private static final Range FROM_QUERY = new Range(0, 0);

  private final Tokens tokens;
  private final TableReference table;
  private final TableShape shape;
  private final Map<String, Range> written = new HashMap<>();
  private final List<String> deadValues = new ArrayList<>();
  private final List<Range> deadRanges = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  WriteTarget(Tokens tokens, TableReference table, TableShape shape) {
    this.tokens = tokens;
    this.table = table;
    this.shape = shape;
  }

  TableReference table() {
    return table;
  }

  TableShape shape() {
    return shape;
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

  private Stream<String> usedColumns() {
    return usedDeclarations().stream().map(DeclaredColumn::column);
  }

  /** Notes the value that is written to a missing column. */
  void vanish(DeclaredColumn column, Range value) throws NoAnswerException {
    use(column);
    if (written.put(column.column(), value) != null) {
      throw new NoAnswerException("\"" + column.column() + "\" is written twice", DUPLICATE_COLUMN);
    }
    if (!isDefault(value)) {
      deadRanges.add(value);
      deadValues.add(column.type());
    }
  }

  /** Notes that a missing column is written from a query, which stays in the text. */
  void vanishFromQuery(DeclaredColumn column) throws NoAnswerException {
    use(column);
    note(column, FROM_QUERY);
  }

  private void note(DeclaredColumn column, Range value) throws NoAnswerException {
    if (written.put(column.column(), value) != null) {
      throw new NoAnswerException("\"" + column.column() + "\" is written twice", DUPLICATE_COLUMN);
    }
  }

  private boolean isDefault(Range value) {
    return value.length() == 1 && tokens.is(value.from(), "DEFAULT");
  }

  /** The value that is written to a missing column; empty if a query knows it, null if none is. */
  @Nullable Range written(String column) {
    Range value = written.get(column);
    return value == null || isDefault(value) ? null : value;
  }

  /** Whether a token stands in a value that vanishes. */
  boolean vanishes(int token) {
    return deadRanges.stream().anyMatch(range -> range.contains(token));
  }

  /** Whether generated keys are asked for that are missing columns. */
  boolean isAskedFor(GeneratedKeys keys) {
    return keys.names().stream().anyMatch(name -> missing(name) != null);
  }

  boolean writesMissing() {
    return !written.isEmpty();
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
  void condition(Edits.Replacement out) {
    out.text(guardText());
    if (hasDeadValues()) {
      deadBranch(out.text(" AND "));
    }
  }

  boolean hasDeadValues() {
    return !deadRanges.isEmpty();
  }

  /** Writes a condition that is true, with a branch never taken that types the vanished values. */
  void deadBranch(Edits.Replacement out) {
    out.text(PostgresForms.deadBranchHead());
    for (int i = 0; i < deadRanges.size(); i++) {
      out.text(i == 0 ? "CAST((" : " AND CAST((").copy(deadRanges.get(i));
      out.text(") AS " + deadValues.get(i) + ") IS NULL");
    }
    out.text(" END");
  }

  private List<String> guards() {
    if (!shape.readable()) {
      return List.of(PostgresForms.isUnchanged(relation(), shape.attributes()));
    }
    return usedColumns().map(column -> PostgresForms.isMissing(relation(), column)).toList();
  }

  /** The guard as a condition. */
  String guardText() {
    return String.join(" AND ", guards());
  }

  /** The guard, to be asked for by itself. */
  Guard guard() {
    List<String> columns = shape.readable() ? usedColumns().toList() : List.of();
    return new Guard(table.path(), columns, "SELECT " + String.join(", ", guards()));
  }
}
