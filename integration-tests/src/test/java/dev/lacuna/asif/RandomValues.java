package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import java.util.ArrayList;
import java.util.List;

/** Random values that are written. */
final class RandomValues {

  private final Choices choices;
  private final RandomExpressions expressions;

  RandomValues(Choices choices, RandomExpressions expressions) {
    this.choices = choices;
    this.expressions = expressions;
  }

  /** Distinct columns, none of which is a key or refers to one. */
  List<Column> settable(Table table, int count) {
    List<Column> free =
        new ArrayList<>(
            table.columns().stream().filter(column -> !column.name().endsWith("id")).toList());
    List<Column> chosen = new ArrayList<>();
    for (int i = 0; i < count && !free.isEmpty(); i++) {
      chosen.add(free.remove(choices.below(free.size())));
    }
    return chosen;
  }

  /**
   * What a column is set to. A missing one gets what it surely could store: what is refused only in
   * storing is not noticed.
   *
   * @param name the column, as the value may name it
   */
  String updated(Table table, Column column, String name, RandomScope scope) {
    if (table.required().contains(column.name())) {
      // What NULL is there, MySQL and MariaDB decide by the plan: refused, or the empty text.
      return expressions.stored(column.type());
    }
    return switch (choices.below(column.declared() ? 4 : 6)) {
      case 0, 1 -> expressions.stored(column.type());
      case 2 -> "COALESCE(" + name + ", " + expressions.constant(column.type()) + ")";
      case 3 -> name;
      default -> expressions.of(column.type(), scope);
    };
  }
}
