package dev.lacuna.schema;

import static java.util.stream.Collectors.joining;

import dev.lacuna.config.ConfigurationException;
import dev.lacuna.engine.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The declared columns of a connection, each once, in the order of their declaration.
 *
 * <p>{@code users.nickname} and {@code public.users.nickname} are two columns here: which tables
 * they stand for, the database alone knows.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DeclaredColumns {

  /** No column is declared. */
  public static final DeclaredColumns NONE = new DeclaredColumns(List.of(), Dialect.POSTGRESQL);

  private final List<DeclaredColumn> all;
  private final Dialect dialect;
  private final Map<String, List<DeclaredColumn>> byName;
  private final Map<String, List<DeclaredColumn>> byTable;

  private record Key(@Nullable String schema, String table, String column) {}

  private DeclaredColumns(Collection<DeclaredColumn> columns, Dialect dialect) {
    this.all = List.copyOf(columns);
    this.dialect = dialect;
    Map<String, List<DeclaredColumn>> names = new HashMap<>();
    Map<String, List<DeclaredColumn>> tables = new HashMap<>();
    for (DeclaredColumn column : all) {
      add(names, column.column(), column);
      add(tables, dialect.foldTable(column.table()), column);
    }
    this.byName = unmodifiable(names);
    this.byTable = unmodifiable(tables);
  }

  private static void add(
      Map<String, List<DeclaredColumn>> map, String key, DeclaredColumn column) {
    List<DeclaredColumn> columns = map.get(key);
    if (columns == null) {
      columns = new ArrayList<>();
      map.put(key, columns);
    }
    columns.add(column);
  }

  private static Map<String, List<DeclaredColumn>> unmodifiable(
      Map<String, List<DeclaredColumn>> map) {
    for (Map.Entry<String, List<DeclaredColumn>> each : map.entrySet()) {
      each.setValue(List.copyOf(each.getValue()));
    }
    return Map.copyOf(map);
  }

  /**
   * Makes a set of declarations. Of those that say the same of a column, the first counts.
   *
   * @param dialect the rules by which they were written
   * @throws ConfigurationException if two of them say different things of a column
   */
  public static DeclaredColumns of(Collection<DeclaredColumn> declarations, Dialect dialect)
      throws ConfigurationException {
    Map<Key, DeclaredColumn> distinct = new LinkedHashMap<>();
    for (DeclaredColumn column : declarations) {
      Key key = new Key(column.schema(), column.table(), column.column());
      DeclaredColumn earlier = distinct.putIfAbsent(key, column);
      if (earlier != null && !earlier.isDefinedAs(column)) {
        throw Refusals.declaredDifferently(earlier, column);
      }
    }
    return new DeclaredColumns(distinct.values(), dialect);
  }

  /** All of them, in the order of their declaration. */
  public List<DeclaredColumn> all() {
    return all;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The names of the columns, normalised, without their tables. */
  public Set<String> columnNames() {
    return byName.keySet();
  }

  /** The names of the tables, in the form that those of any case share, without their schemas. */
  public Set<String> tableNames() {
    return byTable.keySet();
  }

  /** The columns of that normalised name, of whatever table. */
  public List<DeclaredColumn> named(String column) {
    return byName.getOrDefault(column, List.of());
  }

  /**
   * The columns of the tables of that name, of whatever schema or none; on MySQL and MariaDB also
   * of those whose names differ in case alone.
   */
  public List<DeclaredColumn> ofTablesNamed(String table) {
    return byTable.getOrDefault(dialect.foldTable(table), List.of());
  }

  /** The columns that are declared for exactly that table, its schema null where none is named. */
  public List<DeclaredColumn> ofTable(@Nullable String schema, String table) {
    return ofTablesNamed(table).stream()
        .filter(column -> column.table().equals(table))
        .filter(column -> Objects.equals(column.schema(), schema))
        .toList();
  }

  @Override
  public String toString() {
    return all.stream().map(DeclaredColumn::qualifiedName).collect(joining(", ", "[", "]"));
  }
}
