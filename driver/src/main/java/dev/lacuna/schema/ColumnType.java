package dev.lacuna.schema;

import dev.lacuna.config.ConfigurationException;
import java.util.Set;

/**
 * Reads a column's type.
 *
 * <p>A type is a name, perhaps with a schema, then parentheses, brackets and words that only types
 * have ({@code precision}, {@code with time zone}) in any order. The database checks the rest.
 */
final class ColumnType {

  // PostgreSQL 18, chapter 8 "Data Types"; MySQL 9.7, chapter 13 "Data Types".
  private static final Set<String> CONTINUATIONS =
      Set.of(
          "precision",
          "varying",
          "character",
          "char",
          "varchar",
          "varbinary",
          "unsigned",
          "signed",
          "zerofill",
          "with",
          "without",
          "local",
          "time",
          "zone",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "to",
          "array");

  /** Reserved words that stand next where the type has been forgotten. */
  private static final Set<String> NO_TYPES =
      Set.of(
          "not",
          "null",
          "default",
          "check",
          "unique",
          "primary",
          "references",
          "constraint",
          "collate");

  private ColumnType() {}

  /** Reads the type that is next, and returns its text. */
  static String read(DeclarationCursor cursor) throws ConfigurationException {
    int start = cursor.index();
    if (NO_TYPES.contains(cursor.word())) {
      throw cursor.unreadable("a type");
    }
    cursor.path("a type");
    while (cursor.acceptGroup() || continues(cursor)) {
      if (continues(cursor)) {
        cursor.step();
      }
    }
    return cursor.textSince(start);
  }

  /** MySQL's {@code CHARACTER SET} is a clause of its own. */
  private static boolean continues(DeclarationCursor cursor) {
    return CONTINUATIONS.contains(cursor.word()) && !cursor.sees("CHARACTER", "SET");
  }
}
