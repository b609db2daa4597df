package dev.lacuna.schema;

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
   * @param name as the catalog has it
   * @param baseType its type in SQL, without a length
   * @param assignable whether {@code SET c = c} is allowed and sets off nothing of its own
   */
  public record Column(String name, String baseType, boolean assignable) {}

  /** The column of that name, or null. */
  public @Nullable Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** The declared columns that the table lacks, in the order of their declaration. */
  public List<DeclaredColumn> missing() {
    return exists
        ? declared.stream().filter(column -> column(column.column()) == null).toList()
        : List.of();
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
