package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** Random writes to a table that lacks columns. */
final class RandomWrites {

  private final Choices choices;
  private final Engine engine;
  private final RandomQueries queries;
  private final RandomValues values;
  private final Table table;

  RandomWrites(Choices choices, Engine engine, RandomQueries queries) {
    this.choices = choices;
    this.engine = engine;
    this.queries = queries;
    this.values = new RandomValues(choices, queries.expressions());
    this.table = choices.from(RandomTables.WRITTEN);
  }

  String statement() {
    return switch (choices.below(6)) {
      case 0, 1 -> update();
      case 2 -> delete();
      case 3, 4 -> new RandomInserts(choices, engine, queries, values, table).statement();
      default -> new RandomJoinedWrites(choices, engine, queries, values).statement();
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
    for (Column column : values.settable(table, 1 + choices.below(3))) {
      assignments.add(
          column.name() + " = " + values.updated(table, column, column.name(), scope()));
    }
    String where = where();
    if (engine == Engine.MARIADB && where.contains("(SELECT ")) {
      // It may make a join of that, and then assigns in no order.
      assignments.subList(1, assignments.size()).clear();
    }
    String update = "UPDATE " + table.name() + " SET " + String.join(", ", assignments) + where;
    return update + limit(update) + (engine == Engine.POSTGRESQL ? returning(update) : "");
  }

  private String delete() {
    String delete = "DELETE FROM " + table.name() + where();
    return delete + limit(delete) + (engine == Engine.MYSQL ? "" : returning(delete));
  }

  private String limit(String write) {
    return engine != Engine.POSTGRESQL && isSimple(write) && choices.oneIn(4)
        ? " ORDER BY id LIMIT " + (1 + choices.below(3))
        : "";
  }

  /** On MariaDB a sub-select finds missing columns of a table that is joined, which ends there. */
  private boolean isSimple(String write) {
    return engine != Engine.MARIADB || !write.contains("(SELECT ");
  }

  /**
   * MariaDB shows some types of widgets otherwise, and answers with a count where its plan knows
   * that a condition is never true.
   */
  private String returning(String write) {
    boolean conditional = engine == Engine.MARIADB && write.contains(" WHERE ");
    if (conditional || !choices.oneIn(4)) {
      return "";
    }
    return table.equals(RandomTables.WIDGETS) || choices.oneIn(2)
        ? " RETURNING id, " + choices.from(table.columns()).name()
        : " RETURNING *";
  }
}
