package dev.lacuna.ddl.change;

import dev.lacuna.sql.TokenKind;

/** Steps over the expression of a {@code DEFAULT}, which ends where the next clause begins. */
final class ExpressionReader {

  /** What may stand behind a default, in either engine. */
  private static final String[] CLAUSES = {
    "NOT", "NULL", "CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "CONSTRAINT", "COLLATE", "GENERATED",
    "COMMENT", "FIRST", "AFTER", "AUTO_INCREMENT", "ON", "KEY", "VISIBLE", "INVISIBLE", "STORAGE",
    "COLUMN_FORMAT", "DEFERRABLE", "INITIALLY", "ALGORITHM", "LOCK", "USING", "CHARACTER"
  };

  private ExpressionReader() {}

  /** Reads the expression that is next, and returns its text. */
  static String read(Cursor cursor) {
    int from = cursor.index();
    while (!cursor.atEnd() && !cursor.sees(TokenKind.COMMA) && !isOver(cursor, from)) {
      cursor.step();
    }
    return cursor.textSince(from);
  }

  // DEFAULT NULL is an expression; a clause NULL behind one is none.
  private static boolean isOver(Cursor cursor, int from) {
    return cursor.index() > from && cursor.seesAny(CLAUSES);
  }
}
