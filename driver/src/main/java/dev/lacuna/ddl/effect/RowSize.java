package dev.lacuna.ddl.effect;

import dev.lacuna.ddl.change.Change;
import dev.lacuna.ddl.change.Change.AddColumn;
import dev.lacuna.ddl.change.Change.DropColumn;
import dev.lacuna.ddl.change.Change.ModifyColumn;
import dev.lacuna.ddl.effect.Table.ColumnFacts;
import dev.lacuna.ddl.effect.Table.Innodb;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a row of InnoDB may take at most: MySQL 9.7 Reference Manual, 10.4.7 "Limits on
 * Table Column Count and Row Size". How each is counted was tried on MySQL 9.7 and MariaDB 11.8,
 * byte by byte.
 *
 * @param defined of all columns; BLOB and TEXT count for little
 * @param inPage of those that have to be in the row's page; long values are kept elsewhere
 * @param forInstant the same, as MySQL counts it before a change at once
 * @param pageLimit from here on it is too much for a page
 */
public record RowSize(long defined, long inPage, long forInstant, long pageLimit) {

  /** The most that all columns may take together. */
  public static final int DEFINED_LIMIT = 65_535;

  /** The most that a row takes in a page, whatever the page's size. */
  private static final long MOST_IN_PAGE = 16_384;

  /** What an empty page has for itself. */
  private static final long PAGE_ITSELF = 132;

  private static final long HEADER = 5;
  private static final long VERSION = 1;
  private static final long TRANSACTION = 13;
  private static final long ROW_ID = 6;

  /** What stays in the page of a value that is kept elsewhere. */
  private static final long MYSQL_POINTER = 40;

  private static final long MARIADB_POINTER = 20;

  /** The size once the changes are made; null where that is not known, or no column changes. */
  public static @Nullable RowSize after(List<Change> changes, Facts facts) {
    Table table = facts.table();
    Innodb innodb = table == null ? null : table.innodb();
    if (table == null || innodb == null || !isCounted(table, innodb, changes)) {
      return null;
    }
    Map<String, ColumnBytes> columns = new LinkedHashMap<>();
    for (ColumnFacts column : table.columns().values()) {
      columns.put(key(column.name()), ColumnBytes.of(column));
    }
    long nullBytes = nullBytes(columns.values());
    changes.forEach(change -> change(columns, change, innodb.charset()));
    return of(facts.server(), table, innodb, columns.values(), nullBytes);
  }

  private static boolean isCounted(Table table, Innodb innodb, List<Change> changes) {
    return table.isInnodb()
        && innodb.rowFormat().equals("dynamic")
        && changes.stream()
            .anyMatch(
                change ->
                    change instanceof AddColumn
                        || change instanceof DropColumn
                        || change instanceof ModifyColumn);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void change(Map<String, ColumnBytes> columns, Change change, String charset) {
    if (change instanceof AddColumn add) {
      columns.putIfAbsent(key(add.column().name()), ColumnBytes.of(add.column(), charset));
    } else if (change instanceof DropColumn drop) {
      columns.remove(key(drop.column()));
    } else if (change instanceof ModifyColumn modify) {
      columns.remove(key(modify.from()));
      columns.put(key(modify.column().name()), ColumnBytes.of(modify.column(), charset));
    }
  }

  private static RowSize of(
      Server server,
      Table table,
      Innodb innodb,
      Collection<ColumnBytes> columns,
      long nullBytesBefore) {
    boolean mariadb = server.isMariadb();
    long itself = HEADER + TRANSACTION + (table.primaryKey().isEmpty() ? ROW_ID : 0);
    long inPage = itself + nullBytes(columns);
    long forInstant = itself + VERSION + nullBytesBefore;
    long defined = nullBytes(columns);
    for (ColumnBytes column : columns) {
      defined += column.defined();
      inPage += mariadb ? mariadb(column) : mysql(column, MYSQL_POINTER);
      forInstant += mysql(column, ColumnBytes.ONE_BYTE_LENGTH + 1L);
    }
    long page = Math.min((innodb.pageBytes() - PAGE_ITSELF) / 2, MOST_IN_PAGE);
    return new RowSize(defined, inPage, forInstant, page);
  }

  /** From {@code elsewhere} bytes on, a value may be kept elsewhere. */
  private static long mysql(ColumnBytes column, long elsewhere) {
    if (column.virtual()) {
      return 0;
    }
    boolean away = column.variable() && column.longest() >= elsewhere;
    return (away ? MYSQL_POINTER : column.longest()) + (column.variable() ? 1 : 0);
  }

  private static long mariadb(ColumnBytes column) {
    if (column.virtual()) {
      return 0;
    }
    boolean away = column.variable() && column.longest() > ColumnBytes.ONE_BYTE_LENGTH;
    return (away ? MARIADB_POINTER : column.longest()) + (column.variable() ? 1 : 0);
  }

  private static long nullBytes(Collection<ColumnBytes> columns) {
    return (columns.stream().filter(ColumnBytes::nullable).count() + 7) / 8;
  }

  /** Whether no server takes such a definition. */
  public boolean exceedsDefinition() {
    return defined > DEFINED_LIMIT;
  }

  /** Whether a row that fills its columns fits no page. */
  public boolean exceedsPage() {
    return inPage >= pageLimit;
  }

  /** Whether MySQL refuses to make the change at once: from 8.0.29 on, error 4157. */
  boolean refusesInstant(Server server) {
    return !server.isMariadb() && server.isAtLeast(8, 0, 29) && forInstant >= pageLimit;
  }

  /** The same, where that is all there is to say. */
  public boolean onlyRefusesInstant(Server server) {
    return refusesInstant(server) && !exceedsPage() && !exceedsDefinition();
  }
}
