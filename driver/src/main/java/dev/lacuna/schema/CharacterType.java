package dev.lacuna.schema;

import dev.lacuna.engine.Dialect;
import dev.lacuna.sql.Tokens;
import org.jspecify.annotations.Nullable;

/** Types of text on MySQL and MariaDB: a column has its table's collation unless it names one. */
final class CharacterType {

  private static final String[] NAMES = {
    "CHAR",
    "VARCHAR",
    "CHARACTER",
    "NCHAR",
    "NVARCHAR",
    "TINYTEXT",
    "TEXT",
    "MEDIUMTEXT",
    "LONGTEXT",
    "ENUM",
    "SET"
  };

  private CharacterType() {}

  /** The type as a column of a table has it. */
  static String inTable(String type, @Nullable String collation) {
    Tokens tokens = Tokens.of(type, Dialect.MYSQL);
    if (collation == null || !tokens.isAny(0, NAMES)) {
      return type;
    }
    for (int i = 1; i < tokens.count(); i++) {
      boolean named = tokens.isAny(i, "CHARSET", "COLLATE", "BINARY", "ASCII", "UNICODE");
      if (named || (tokens.is(i, "CHARACTER") && tokens.is(i + 1, "SET"))) {
        return type;
      }
    }
    return type + " COLLATE " + collation;
  }
}
