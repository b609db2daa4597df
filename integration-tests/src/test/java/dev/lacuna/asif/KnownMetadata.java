package dev.lacuna.asif;

import dev.lacuna.asif.Result.Column;
import dev.lacuna.engine.Engine;
import java.sql.Types;
import java.util.Set;

/**
 * What the metadata of missing columns has otherwise than the twin's on MySQL and MariaDB, and is
 * written down in {@code docs/semantics.md}: apart from it they must be the same.
 */
final class KnownMetadata {

  private static final Set<String> LARGE_TEXT =
      Set.of("TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT");
  private static final Set<String> SHORT_TEXT = Set.of("CHAR", "VARCHAR", "ENUM", "SET");
  private static final Set<String> BYTES = Set.of("BINARY", "VARBINARY");
  private static final Set<String> BOOLEANS = Set.of("BOOLEAN", "BIT", "TINYINT");

  private KnownMetadata() {}

  /** A column in the form in which it is compared. */
  static Column comparable(Column column, Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> column;
      case MYSQL -> onMySql(column);
      case MARIADB -> onMariaDb(onMySql(column));
    };
  }

  /** A table function makes the next larger type of a text, and another length of JSON. */
  private static Column onMySql(Column column) {
    if (LARGE_TEXT.contains(column.typeName())) {
      return typed(column, Types.LONGVARCHAR, "TEXT", 0);
    }
    return column.typeName().equals("JSON") ? typed(column, Types.LONGVARCHAR, "JSON", 0) : column;
  }

  private static Column onMariaDb(Column column) {
    if (SHORT_TEXT.contains(column.typeName())) {
      return typed(column, Types.VARCHAR, "VARCHAR", column.precision());
    }
    if (BYTES.contains(column.typeName())) {
      return typed(column, Types.VARBINARY, "VARBINARY", column.precision());
    }
    if (BOOLEANS.contains(column.typeName()) && column.precision() == 1) {
      return typed(column, Types.BIT, "BIT", 1);
    }
    if (column.typeName().equals("JSON")) {
      return typed(column, Types.LONGVARCHAR, "TEXT", 0);
    }
    return column.typeName().equals("POINT") ? typed(column, column.type(), "GEOMETRY", 0) : column;
  }

  private static Column typed(Column column, int type, String name, int size) {
    return new Column(column.label(), column.name(), type, name, column.className(), size, 0, size);
  }
}
