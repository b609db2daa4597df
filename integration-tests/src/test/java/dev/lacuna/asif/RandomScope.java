package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use: those of the tables of its own query, and of the queries
 * around it.
 */
final class RandomScope {

  /** A table in a FROM, under its alias. */
  record Source(String alias, List<Column> columns) {}

  private final @Nullable RandomScope outer;
  private final List<Source> sources = new ArrayList<>();

  RandomScope(@Nullable RandomScope outer) {
    this.outer = outer;
  }

  void add(String alias, List<Column> columns) {
    sources.add(new Source(alias, columns));
  }

  List<Source> sources() {
    return sources;
  }

  @Nullable RandomScope outer() {
    return outer;
  }

  /**
   * The columns of a type as they can be named here, those without a qualifier where it is clear.
   */
  List<String> columns(Type type) {
    List<String> names = new ArrayList<>();
    for (Source source : sources) {
      for (Column column : source.columns()) {
        if (column.type() == type) {
          names.add(sources.size() == 1 ? column.name() : source.alias() + "." + column.name());
        }
      }
    }
    return names;
  }

  /** Columns of a type of the next query around this one, qualified. */
  List<String> outerColumns(Type type) {
    List<String> names = new ArrayList<>();
    for (Source source : outer == null ? List.<Source>of() : outer.sources) {
      source.columns().stream()
          .filter(column -> column.type() == type)
          .forEach(column -> names.add(source.alias() + "." + column.name()));
    }
    return names;
  }
}
