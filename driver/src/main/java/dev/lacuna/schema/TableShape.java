package dev.lacuna.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table looked like when a connection last asked.
 *
 * <p>It may be out of date the moment it is made. It decides which of several right texts is sent;
 * no answer may depend on it.
 *
 * @param exists whether there is such a table
 * @param readable whether this user may read from it
 * @param attributes the highest number that a column of it ever had
 * @param columns its columns, in their order
 * @param primaryKey the names of its primary key's columns; empty where it has none
 * @param declared the declared columns that belong to it, in the order of their declaration
 */
public record TableShape(
    boolean exists,
    boolean readable,
    int attributes,
    List<Column> columns,
    List<String> primaryKey,
    List<DeclaredColumn> declared) {

  /** What a connection sees where there is no such table. */
  public static final TableShape ABSENT =
      new TableShape(false, false, 0, List.of(), List.of(), List.of());

  /**
   * A column.
   *
   * @param name normalised
   * @param spelling as the catalog has it
   * @param baseType its type in SQL, without a length
   * @param assignable whether {@code SET c = c} is allowed and sets off nothing of its own
   */
  public record Column(String name, String spelling, String baseType, boolean assignable) {

    /** One whose name is normalised as the catalog has it. */
    public Column(String name, String baseType, boolean assignable) {
      this(name, name, baseType, assignable);
    }
  }

  /** The column of that name, or null. */
  public @Nullable Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** How the table spells the name of a column, or would spell that of a missing one. */
  public String spelling(String name) {
    Column column = column(name);
    DeclaredColumn declaration = declaration(name);
    return column != null ? column.spelling() : declaration != null ? declaration.spelling() : name;
  }

  /**
   * The declared columns that the table lacks, and the hidden ones whether it has them or not, in
   * the order of their declaration.
   */
  public List<DeclaredColumn> missing() {
    return exists
        ? declared.stream().filter(column -> column.hidden() || isAbsent(column)).toList()
        : List.of();
  }

  /** The same as one that nobody else changes: what is missing stays so, as if it were hidden. */
  TableShape own() {
    List<DeclaredColumn> settled =
        declared.stream().map(column -> isAbsent(column) ? column.hide() : column).toList();
    return new TableShape(exists, readable, attributes, columns, primaryKey, settled);
  }

  private boolean isAbsent(DeclaredColumn column) {
    return column(column.column()) == null;
  }

  /** Whether columns of it are hidden: then no star may be left to the server. */
  public boolean hides() {
    return declared.stream().anyMatch(DeclaredColumn::hidden);
  }

  /** Whether the column of that name is hidden. */
  public boolean hides(String column) {
    DeclaredColumn declaration = declaration(column);
    return declaration != null && declaration.hidden();
  }

  /**
   * The names of its columns as they would be if the missing ones were added: each at its declared
   * place. A hidden one that exists stays where it is.
   */
  public List<String> completedNames() {
    List<String> names = new ArrayList<>(columns.size() + declared.size());
    columns.forEach(column -> names.add(column.name()));
    for (DeclaredColumn column : missing().stream().filter(this::isAbsent).toList()) {
      names.add(placeOf(column, names), column.column());
    }
    return names;
  }

  private static int placeOf(DeclaredColumn column, List<String> names) {
    if (column.position() instanceof ColumnPosition.First) {
      return 0;
    }
    int after =
        column.position() instanceof ColumnPosition.After position
            ? names.indexOf(position.column())
            : -1;
    return after < 0 ? names.size() : after + 1;
  }

  /** Whether the missing columns would all stand behind the others, in their order. */
  public boolean missingStandBehind() {
    List<String> names = completedNames();
    List<String> missing = missing().stream().map(DeclaredColumn::column).toList();
    return names.subList(names.size() - missing.size(), names.size()).equals(missing);
  }

  /** The declaration of a column of this table, or null. */
  public @Nullable DeclaredColumn declaration(String name) {
    for (DeclaredColumn column : declared) {
      if (column.column().equals(name)) {
        return column;
      }
    }
    return null;
  }
}
