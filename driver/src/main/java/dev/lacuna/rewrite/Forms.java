package dev.lacuna.rewrite;

import dev.lacuna.engine.Engine;
import dev.lacuna.schema.DeclaredColumn;
import dev.lacuna.schema.TableShape;
import dev.lacuna.sql.UnsupportedSqlException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts that an engine reads rightly whether a column is there or not. The names made in them
 * begin with {@code lacuna_}.
 */
interface Forms {

  /**
   * What stands around a table's name to make it a derived table that has the columns.
   *
   * @param head in front of the table's name
   * @param name behind it: the table's name inside the derived table
   * @param tail what follows where the table's hints and samples end; may be empty
   * @param end what closes the derived table
   */
  record DerivedTable(String head, String name, String tail, String end) {}

  /** What stands around a value. */
  record Around(String before, String after) {}

  /**
   * Which columns of a table a statement may show or name.
   *
   * @param all whether it is all of them
   * @param words the names in the statement
   */
  record Shown(boolean all, Set<String> words) {

    boolean shows(String column) {
      return all || words.contains(column);
    }
  }

  /** The forms of an engine. */
  static Forms of(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> PostgresForms.INSTANCE;
      case MYSQL -> MySqlForms.MYSQL;
      case MARIADB -> MySqlForms.MARIADB;
    };
  }

  /** The quoted form of a normalised name. */
  String quote(String name);

  /** The value that a missing column shows, with its type. */
  String defaultOf(DeclaredColumn column);

  /**
   * The same in a condition of a {@code DELETE} that returns its rows; of a kind that no optimizer
   * knows ahead, where one would answer without rows.
   */
  default String defaultInDelete(DeclaredColumn column) {
    return defaultOf(column);
  }

  /** NULL as a value of a type. */
  String nullOf(String type);

  /** What makes a value one of a type. */
  Around typed(String type);

  /** The same for a value that is, or holds, a query. */
  Around typedQuery(String type);

  /** What has the server find out the type of a value that is not used. */
  Around unused(String type);

  /**
   * A table that has the missing columns.
   *
   * @throws UnsupportedSqlException if no table can show what the statement asks for
   */
  DerivedTable derivedTable(TableShape shape, Shown shown, Surroundings surroundings)
      throws UnsupportedSqlException;

  /**
   * What stands around a table that stays one, and is joined with a row that has the missing
   * columns, refused once it has one of them.
   *
   * @param columns the missing columns that the statement relies on
   * @param row the row's name
   * @throws UnsupportedSqlException if the engine has no such form, and needs none
   */
  Around beside(List<DeclaredColumn> columns, String row) throws UnsupportedSqlException;

  /**
   * What has a derived table's rows locked where the clause outside does not reach into it; null
   * where it does.
   *
   * @param strength the words of the clause outside, up to the tables' names
   * @param waiting how it waits; may be empty
   */
  @Nullable String lock(String strength, String waiting);

  /** Those for a text that is sent only where its guards have been proven, under the lock. */
  default Forms underLock() {
    return this;
  }

  /** How a guard in a text is proven. */
  Translation.Proof proof();

  /**
   * The guard as a condition in a write: true while the columns are missing.
   *
   * @param relation the table's name as the statement has it
   * @param counts whether it also holds only while the table has the columns that it is known to
   *     have, and no others
   * @throws UnsupportedSqlException if this user cannot ask
   */
  String guard(String relation, TableShape shape, List<String> columns, boolean counts)
      throws UnsupportedSqlException;

  /**
   * A value of type NULL, never to be asked for, that has the server refuse an {@code INSERT} once
   * the columns are there; null where only {@link #guard} is to be had. It stands around another,
   * which is not asked for either and reads no table.
   *
   * @param columns the missing columns that the statement relies on
   */
  default @Nullable Around refusal(String relation, TableShape shape, List<String> columns) {
    return null;
  }

  /**
   * A value that a query of one table may show for a missing column.
   *
   * @param value a constant of the column's exact type with what the column shows
   * @param order an order that is none while the column's name is that of the constant, and refused
   *     once it is a column's of the table
   */
  record Constant(String value, String order) {}

  /** Null where there is none, and the query has to read another table. */
  default @Nullable Constant constant(DeclaredColumn column) {
    return null;
  }

  /** The guard, to be asked for by itself. */
  Guard probe(
      List<String> path, String relation, TableShape shape, List<String> columns, boolean counts);

  /**
   * What offers values to the names in a sub-select that nothing further in has.
   *
   * @return what stands before and behind the values, and before and behind the sub-select
   * @throws UnsupportedSqlException if the engine cannot
   */
  Around scope() throws UnsupportedSqlException;

  /** Whether {@link #scope} is to be had. */
  boolean hasScope();

  /**
   * Whether a query that groups by a primary key has to group by all of the table's other columns
   * too, or by the missing ones alone.
   */
  boolean groupsByAllColumns();

  /** Whether names of columns that differ in case alone are the same, quoted or not. */
  boolean ignoresCase();

  /** Whether a query can run while the result of another one is read. */
  boolean asksWhileReading();

  /** Whether generated keys are columns that the driver has the statement return. */
  boolean returnsKeys();

  /** Whether what is shown without a label is labelled by its text. */
  boolean labelsByText();

  /** The SQLState of a column list that names a column twice. */
  String duplicateColumn();

  /**
   * Whether {@code SET} assigns from left to right, each value reading what was assigned before.
   */
  boolean assignsInOrder();

  /** Whether an {@code INSERT} takes a condition by selecting its values, not by guarding one. */
  boolean insertsBySelecting();
}
