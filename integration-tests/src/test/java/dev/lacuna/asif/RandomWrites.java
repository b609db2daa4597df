package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.asif.RandomTables.Type;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Random writes to a table that lacks columns. */
final class RandomWrites {

  private final Choices choices;
  private final Engine engine;
  private final RandomQueries queries;
  private final Table table;

  RandomWrites(Choices choices, Engine engine, RandomQueries queries) {
    this.choices = choices;
    this.engine = engine;
    this.queries = queries;
    this.table = choices.from(RandomTables.WRITTEN);
  }

  Table table() {
    return table;
  }

  String statement() {
    return switch (choices.below(5)) {
      case 0, 1 -> update();
      case 2 -> delete();
      case 3 -> insert();
      default -> insertQuery();
    };
  }

  private RandomScope scope() {
    RandomScope scope = new RandomScope(null);
    scope.add(table.name(), table.columns());
    return scope;
  }

  private String where() {
    queries.ban(table);
    return choices.below(4) == 0 ? "" : " WHERE " + queries.expressions().condition(scope());
  }

  private String update() {
    queries.ban(table);
    List<String> assignments = new ArrayList<>();
    for (Column column : settable(1 + choices.below(3))) {
      assignments.add(column.name() + " = " + value(column));
    }
    return "UPDATE " + table.name() + " SET " + String.join(", ", assignments) + where();
  }

  private String delete() {
    return "DELETE FROM " + table.name() + where();
  }

  /** Distinct columns, none of which is a key or refers to one. */
  private List<Column> settable(int count) {
    List<Column> free =
        new ArrayList<>(
            table.columns().stream().filter(column -> !column.name().endsWith("id")).toList());
    List<Column> chosen = new ArrayList<>();
    for (int i = 0; i < count && !free.isEmpty(); i++) {
      chosen.add(free.remove(choices.below(free.size())));
    }
    return chosen;
  }

  /** A value that the column takes, missing or not. */
  private String value(Column column) {
    RandomScope scope = scope();
    return switch (choices.below(4)) {
      case 0, 1 -> queries.expressions().constant(column.type());
      case 2 ->
          "COALESCE(" + column.name() + ", " + queries.expressions().constant(column.type()) + ")";
      default -> column.name();
    };
  }

  private List<Column> inserted() {
    List<Column> columns = settable(1 + choices.below(3));
    for (Column column : table.columns()) {
      if (table.required().contains(column.name()) && !columns.contains(column)) {
        columns.add(choices.below(columns.size() + 1), column);
      }
    }
    if (table.equals(RandomTables.WIDGETS)) {
      columns.add(Column.actual("id", Type.NUMBER));
    }
    return columns;
  }

  private String insert() {
    List<Column> columns = inserted();
    List<String> rows = new ArrayList<>();
    int count = 1 + choices.below(3);
    for (int row = 0; row < count; row++) {
      List<String> values = new ArrayList<>();
      for (Column column : columns) {
        boolean key = column.name().equals("id");
        values.add(key ? String.valueOf(50 + row) : queries.expressions().constant(column.type()));
      }
      rows.add("(" + String.join(", ", values) + ")");
    }
    return into(columns) + " VALUES " + String.join(", ", rows);
  }

  private String into(List<Column> columns) {
    return "INSERT INTO "
        + table.name()
        + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"));
  }

  private String insertQuery() {
    List<Column> columns = inserted();
    List<String> values = new ArrayList<>();
    for (Column column : columns) {
      values.add(column.name().equals("id") ? "id + 100" : source(column.type()));
    }
    String from = choices.oneIn(2) ? "users" : "widgets";
    String query = "SELECT " + String.join(", ", values) + " FROM " + from;
    return into(columns)
        + " "
        + query
        + (choices.below(2) == 0 ? "" : " WHERE id < 3")
        // The order decides on the numbers that are given out.
        + (engine == Engine.POSTGRESQL || table.equals(RandomTables.WIDGETS) ? "" : " ORDER BY id");
  }

  private String source(Type type) {
    return switch (type) {
      case NUMBER -> choices.of(new String[] {"id", "1", "id * 2"});
      case TEXT -> choices.of(new String[] {"name", "'x'", "UPPER(name)"});
      case DATE -> "DATE '2026-01-01'";
    };
  }
}
