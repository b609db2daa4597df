package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use: those of the tables of its own query, and of the queries
 * around it.
 */
final class RandomScope {

  /** A table in a FROM, under its alias. */
  record Source(String alias, List<Column> columns) {

    boolean has(ValueType type) {
      return columns.stream().anyMatch(column -> column.type() == type);
    }

    boolean has(String name) {
      return columns.stream().anyMatch(column -> column.name().equals(name));
    }
  }

  private final @Nullable RandomScope outer;
  private final List<Source> sources = new ArrayList<>();
  private final Set<String> merged = new HashSet<>();

  RandomScope(@Nullable RandomScope outer) {
    this.outer = outer;
  }

  void add(String alias, List<Column> columns) {
    sources.add(new Source(alias, columns));
  }

  /** A column that a join has made one of several. */
  void merge(String name) {
    merged.add(name);
  }

  List<Source> sources() {
    return sources;
  }

  /** The columns of a type in all ways in which they can be named here, the shortest first. */
  List<String> columns(ValueType type) {
    List<String> bare = new ArrayList<>();
    List<String> qualified = new ArrayList<>();
    for (Source source : sources) {
      for (Column column : source.columns()) {
        if (column.type() == type) {
          if (isClear(column.name()) && !bare.contains(column.name())) {
            bare.add(column.name());
          }
          qualified.add(source.alias() + "." + column.name());
        }
      }
    }
    if (sources.size() > 1) {
      bare.addAll(qualified);
    }
    return bare;
  }

  /** Columns of a type of the next query around this one. */
  List<String> outerColumns(ValueType type) {
    List<String> names = new ArrayList<>();
    if (outer == null) {
      return names;
    }
    for (Source source : outer.sources) {
      for (Column column : source.columns()) {
        if (column.type() == type) {
          names.add(source.alias() + "." + column.name());
          if (outer.isClear(column.name()) && !has(column.name())) {
            names.add(column.name());
          }
        }
      }
    }
    return names;
  }

  private boolean has(String name) {
    return sources.stream().anyMatch(source -> source.has(name));
  }

  private boolean isClear(String name) {
    return merged.contains(name)
        || sources.stream().filter(source -> source.has(name)).count() == 1;
  }
}
