package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.SqlType;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes a column of MySQL or MariaDB may take in a row: MySQL 9.7 Reference Manual, 13.7
 * "Data Type Storage Requirements".
 *
 * @param defined as the definition counts them: of BLOB and TEXT, only what points to them
 * @param longest what its longest value takes
 * @param variable whether a value takes as much as it is long, and its length besides
 * @param nullable whether a bit tells whether it is NULL
 * @param virtual whether no row holds it
 */
record ColumnBytes(
    long defined, long longest, boolean variable, boolean nullable, boolean virtual) {

  /** Up to here, one byte tells how long a value is. */
  static final int ONE_BYTE_LENGTH = 255;

  private static final int POINTER = 8;
  private static final int DIGITS = 9;
  private static final int[] LEFT_OVER = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};

  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("tinyint", 1),
          Map.entry("smallint", 2),
          Map.entry("mediumint", 3),
          Map.entry("int", 4),
          Map.entry("bigint", 8),
          Map.entry("float", 4),
          Map.entry("double", 8),
          Map.entry("year", 1),
          Map.entry("date", 3),
          Map.entry("uuid", 16),
          Map.entry("inet6", 16),
          Map.entry("inet4", 4));

  private static final Map<String, Integer> TIMES =
      Map.of("time", 3, "timestamp", 4, "datetime", 5);

  private static final Map<String, Integer> BLOBS =
      Map.ofEntries(
          Map.entry("tinytext", 1),
          Map.entry("tinyblob", 1),
          Map.entry("text", 2),
          Map.entry("blob", 2),
          Map.entry("mediumtext", 3),
          Map.entry("mediumblob", 3),
          Map.entry("longtext", 4),
          Map.entry("longblob", 4),
          Map.entry("json", 4));

  /** Of other character sets, a character takes one byte at least; then a row is not too large. */
  private static final Map<String, Integer> BYTES_PER_CHARACTER =
      Map.ofEntries(
          Map.entry("utf8mb4", 4),
          Map.entry("utf8mb3", 3),
          Map.entry("utf8", 3),
          Map.entry("utf16", 4),
          Map.entry("utf16le", 4),
          Map.entry("utf32", 4),
          Map.entry("gb18030", 4),
          Map.entry("ucs2", 2),
          Map.entry("gbk", 2),
          Map.entry("big5", 2),
          Map.entry("sjis", 2),
          Map.entry("cp932", 2),
          Map.entry("euckr", 2),
          Map.entry("ujis", 3),
          Map.entry("eucjpms", 3));

  private static final Pattern CHARSET =
      Pattern.compile("(?i)\\b(?:character set|charset)\\s*=?\\s*'?(\\w+)");

  /** A column that the table has. */
  static ColumnBytes of(ColumnFacts column) {
    boolean virtual = column.generated() && !column.storedGenerated();
    int perCharacter = Math.max(1, column.bytesPerCharacter());
    return of(column.type(), perCharacter, !column.notNull(), virtual);
  }

  /**
   * A column of a statement.
   *
   * @param charset the table's
   */
  static ColumnBytes of(Column column, String charset) {
    Matcher named = CHARSET.matcher(column.definition());
    String own = named.find() ? named.group(1) : charset;
    return of(
        column.type(),
        BYTES_PER_CHARACTER.getOrDefault(own.toLowerCase(Locale.ROOT), 1),
        !column.notNull() && !column.isNumbered(),
        column.source() == Column.Source.VIRTUAL);
  }

  private static ColumnBytes of(SqlType type, int perCharacter, boolean nullable, boolean virtual) {
    String name = type.name().replaceAll(" (unsigned|zerofill)", "");
    Integer pointer = BLOBS.get(name);
    if (pointer != null) {
      return new ColumnBytes(POINTER + pointer, Integer.MAX_VALUE, true, nullable, virtual);
    }
    if (name.equals("varchar") || name.equals("varbinary")) {
      int bytes = type.argument(0, 0) * (name.equals("varchar") ? perCharacter : 1);
      int prefix = bytes <= ONE_BYTE_LENGTH ? 1 : 2;
      return new ColumnBytes(bytes + prefix, bytes, true, nullable, virtual);
    }
    int bytes = fixed(name, type) * (name.equals("char") ? perCharacter : 1);
    boolean variable = name.equals("char") && perCharacter > 1;
    return new ColumnBytes(bytes, bytes, variable, nullable, virtual);
  }

  /** Types that are not known take nothing: what else is in the row decides. */
  private static int fixed(String name, SqlType type) {
    return switch (name) {
      case "char", "binary" -> type.argument(0, 1);
      case "decimal" ->
          digits(type.argument(0, 10) - type.argument(1, 0)) + digits(type.argument(1, 0));
      case "bit" -> (type.argument(0, 1) + 7) / 8;
      case "enum" -> type.arguments().size() <= ONE_BYTE_LENGTH ? 1 : 2;
      case "set" -> members((type.arguments().size() + 7) / 8);
      case "time", "timestamp", "datetime" ->
          TIMES.getOrDefault(name, 0) + (type.argument(0, 0) + 1) / 2;
      default -> FIXED.getOrDefault(name, 0);
    };
  }

  private static int digits(int count) {
    return count / DIGITS * 4 + LEFT_OVER[count % DIGITS];
  }

  private static int members(int bytes) {
    return bytes > 4 ? 8 : bytes;
  }
}
