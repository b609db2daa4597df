package dev.lacuna.schema;

/** Where among a table's columns a declared one is added. */
public sealed interface ColumnPosition {

  /** Behind all others: the only place that PostgreSQL has. */
  record Last() implements ColumnPosition {}

  /** Before all others: MySQL's {@code FIRST}. */
  record First() implements ColumnPosition {}

  /**
   * Behind another one: MySQL's {@code AFTER}.
   *
   * @param column the other's normalised name
   */
  record After(String column) implements ColumnPosition {}
}
