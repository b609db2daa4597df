package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.asif.RandomTables.ValueType;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Random inserts into a table that lacks columns. */
final class RandomInserts {

  private final Choices choices;
  private final Engine engine;
  private final RandomQueries queries;
  private final RandomValues values;
  private final Table table;

  RandomInserts(
      Choices choices, Engine engine, RandomQueries queries, RandomValues values, Table table) {
    this.choices = choices;
    this.engine = engine;
    this.queries = queries;
    this.values = values;
    this.table = table;
  }

  String statement() {
    return switch (choices.below(4)) {
      case 0 -> "INSERT INTO " + rows(columns(false), 50);
      case 1 -> query();
      default -> upsert();
    };
  }

  /** What an insert names: what it must, and more. */
  private List<Column> columns(boolean keyed) {
    List<Column> columns = values.settable(table, 1 + choices.below(3));
    for (Column column : table.columns()) {
      if (table.required().contains(column.name()) && !columns.contains(column)) {
        columns.add(choices.below(columns.size() + 1), column);
      }
    }
    if (keyed || table.equals(RandomTables.WIDGETS)) {
      columns.add(Column.actual("id", ValueType.NUMBER));
    }
    return columns;
  }

  private String named(List<Column> columns) {
    return table.name()
        + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"));
  }

  private String rows(List<Column> columns, int firstKey) {
    List<String> rows = new ArrayList<>();
    int count = 1 + choices.below(3);
    for (int row = 0; row < count; row++) {
      List<String> all = new ArrayList<>();
      for (Column column : columns) {
        boolean key = column.name().equals("id");
        all.add(key ? String.valueOf(firstKey + row) : queries.expressions().stored(column.type()));
      }
      rows.add("(" + String.join(", ", all) + ")");
    }
    return named(columns) + " VALUES " + String.join(", ", rows);
  }

  /** Keys that are there, and some that are not. */
  private String upsert() {
    List<Column> columns = columns(true);
    String rows = rows(columns, choices.oneIn(2) ? 2 : 7);
    if (engine == Engine.POSTGRESQL) {
      return "INSERT INTO " + rows + " ON CONFLICT (id) DO " + onConflict(columns);
    }
    return switch (choices.below(4)) {
      case 0 -> "INSERT IGNORE INTO " + rows;
      case 1 -> "REPLACE INTO " + rows;
      default -> "INSERT INTO " + rows + " ON DUPLICATE KEY UPDATE " + onDuplicate(columns);
    };
  }

  private String onConflict(List<Column> columns) {
    if (choices.oneIn(3)) {
      return "NOTHING";
    }
    List<String> sets = new ArrayList<>();
    for (Column column : columns) {
      String name = column.name();
      if (!name.equals("id")) {
        sets.add(name + " = " + choices.of(new String[] {"excluded.", table.name() + "."}) + name);
      }
    }
    RandomScope scope = new RandomScope(null);
    scope.add(table.name(), table.columns());
    scope.add("excluded", table.columns());
    queries.ban(table);
    return "UPDATE SET "
        + String.join(", ", sets)
        + (choices.oneIn(2) ? " WHERE " + queries.expressions().condition(scope) : "");
  }

  /** A row that surely becomes another one: what stays as it was is counted otherwise. */
  private String onDuplicate(List<Column> columns) {
    String required = table.required().get(0);
    List<String> sets = new ArrayList<>();
    sets.add(required + " = CONCAT(" + required + ", '!')");
    for (Column column : columns) {
      String name = column.name();
      if (!name.equals("id") && !name.equals(required)) {
        sets.add(name + " = " + choices.of(new String[] {"VALUES(%s)", "%s"}).formatted(name));
      }
    }
    return String.join(", ", sets);
  }

  /** Where numbers are given out, the order decides which row gets which. */
  private String query() {
    List<Column> columns = columns(false);
    Table from = choices.from(List.of(RandomTables.USERS, RandomTables.WIDGETS, RandomTables.PETS));
    RandomScope scope = new RandomScope(null);
    scope.add(from.name(), from.columns());
    List<String> all = new ArrayList<>();
    for (Column column : columns) {
      all.add(column.name().equals("id") ? "id + 100" : source(column, scope));
    }
    return "INSERT INTO "
        + named(columns)
        + " SELECT "
        + String.join(", ", all)
        + " FROM "
        + from.name()
        + queries.where(scope)
        + " ORDER BY id";
  }

  /** What the column could surely store; a text that is known, as a literal would have no type. */
  private String source(Column column, RandomScope scope) {
    if (!column.declared() && choices.oneIn(3)) {
      return queries.expressions().of(column.type(), scope);
    }
    return switch (column.type()) {
      case NUMBER -> choices.of(new String[] {"id", "1", "id * 2"});
      case TEXT -> choices.of(new String[] {"'x'", "UPPER('y')"});
      case DATE -> "DATE '2026-01-01'";
      case TIME -> "TIMESTAMP '2026-01-01 00:00:00'";
    };
  }
}
