package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Column;
import dev.lacuna.ddl.change.SqlType;
import dev.lacuna.ddl.effect.Online.Need;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a MODIFY of a column's type asks of InnoDB. */
final class MysqlTypeChange {

  /** Up to here one byte holds the length of a VARCHAR: MySQL 9.7, 17.12.1. */
  private static final int ONE_BYTE_LENGTH = 255;

  /** MariaDB writes one length byte for so few bytes, however long the column may be. */
  private static final int MARIADB_SHORT = 127;

  private static final Pattern CHARSET =
      Pattern.compile("(?i)\\b(?:character set|charset)\\s*=?\\s*'?(\\w+)");
  private static final Pattern COLLATE = Pattern.compile("(?i)\\bcollate\\s*=?\\s*'?([a-z0-9]+)_");

  private final Server server;
  private final String tableCharset;
  private final ColumnFacts before;
  private final Column after;

  /**
   * For a column.
   *
   * @param tableCharset the character set that a definition without one gets
   */
  MysqlTypeChange(Server server, String tableCharset, ColumnFacts before, Column after) {
    this.server = server;
    this.tableCharset = tableCharset;
    this.before = before;
    this.after = after;
  }

  Need need() {
    SqlType from = before.type();
    SqlType to = after.type();
    if (!sameCharset()) {
      return Need.COPY;
    }
    if (sameType(from, to)) {
      return collates() ? collation() : sameOrDefault();
    }
    if (from.is("varchar") && to.is("varchar")) {
      return varchar(from.argument(0, 0), to.argument(0, 0));
    }
    if (from.is("enum", "set") && to.name().equals(from.name())) {
      return isPrefix(from.arguments(), to.arguments()) ? Need.METADATA : Need.COPY;
    }
    return Need.COPY;
  }

  private Need sameOrDefault() {
    boolean instant = server.isMariadb() || server.isAtLeast(8, 0, 12);
    return instant ? Need.METADATA : Need.QUICK;
  }

  private boolean collates() {
    return COLLATE.matcher(after.definition()).find();
  }

  /** Another collation of the same character set, no index being on the column. */
  private Need collation() {
    return server.isMariadb() ? Need.METADATA : Need.QUICK;
  }

  /** MySQL drops the display widths of integers; what is shown may have one or not. */
  private static boolean sameType(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return true;
    }
    boolean integer = from.name().matches("(tiny|small|medium|big)?int( unsigned)?( zerofill)?");
    return from.name().equals(to.name()) && (integer || isDefaultLength(from, to));
  }

  private static boolean isDefaultLength(SqlType from, SqlType to) {
    String standard =
        switch (from.name()) {
          case "decimal", "decimal unsigned" -> "[10, 0]";
          case "char", "binary", "bit" -> "[1]";
          case "year" -> "[4]";
          default -> "[0]";
        };
    return (from.arguments().isEmpty() || from.arguments().toString().equals(standard))
        && (to.arguments().isEmpty() || to.arguments().toString().equals(standard));
  }

  private Need varchar(int from, int to) {
    if (to < from) {
      return Need.COPY;
    }
    int bytes = Math.max(before.bytesPerCharacter(), 1);
    boolean sameLengthByte = (from * bytes <= ONE_BYTE_LENGTH) == (to * bytes <= ONE_BYTE_LENGTH);
    if (server.isMariadb()) {
      boolean across = from * bytes <= MARIADB_SHORT && server.isAtLeast(10, 6, 0);
      return sameLengthByte || across ? Need.METADATA : Need.COPY;
    }
    return sameLengthByte ? Need.QUICK : Need.COPY;
  }

  /** Whether the text stays in its character set, as far as the definition says. */
  private boolean sameCharset() {
    String charset = before.charset();
    if (charset == null) {
      return true;
    }
    Matcher set = CHARSET.matcher(after.definition());
    Matcher collate = COLLATE.matcher(after.definition());
    String named = set.find() ? set.group(1) : collate.find() ? collate.group(1) : null;
    return canonical(named == null ? tableCharset : named).equals(canonical(charset));
  }

  private static String canonical(String charset) {
    String lower = charset.toLowerCase(Locale.ROOT);
    return lower.equals("utf8") ? "utf8mb3" : lower;
  }

  private static boolean isPrefix(List<String> shorter, List<String> longer) {
    return longer.size() >= shorter.size()
        && longer.subList(0, shorter.size()).equals(shorter)
        && storageBytes(shorter.size()) == storageBytes(longer.size());
  }

  private static int storageBytes(int members) {
    return members <= 255 ? 1 : 2;
  }
}
