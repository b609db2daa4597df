package dev.lacuna.asif;

import dev.lacuna.asif.RandomTables.Column;
import dev.lacuna.asif.RandomTables.Table;
import dev.lacuna.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** Random writes to a table that is joined with another one. */
final class RandomJoinedWrites {

  /**
   * Two tables, a and b: a row of a has at most one of b, so that it is clear what it is set to.
   *
   * @param on which one
   */
  private record Link(Table target, Table source, String on) {}

  private static final List<Link> LINKS =
      List.of(
          new Link(RandomTables.ORDERS, RandomTables.USERS, "a.user_id = b.id"),
          new Link(RandomTables.USERS, RandomTables.WIDGETS, "a.id = b.id"),
          new Link(RandomTables.WIDGETS, RandomTables.USERS, "b.id = a.id"),
          new Link(RandomTables.ORDERS, RandomTables.PETS, "a.id = b.id"));

  private final Choices choices;
  private final Engine engine;
  private final RandomQueries queries;
  private final RandomValues values;
  private final Link link;

  RandomJoinedWrites(Choices choices, Engine engine, RandomQueries queries, RandomValues values) {
    this.choices = choices;
    this.engine = engine;
    this.queries = queries;
    this.values = values;
    this.link = choices.from(LINKS);
    queries.ban(link.target);
    queries.ban(link.source);
  }

  String statement() {
    return choices.oneIn(2) ? delete() : update();
  }

  private RandomScope scope() {
    RandomScope scope = new RandomScope(null);
    scope.add("a", link.target.columns());
    scope.add("b", link.source.columns());
    return scope;
  }

  private String and(String before) {
    return choices.oneIn(4) ? "" : before + queries.expressions().condition(scope());
  }

  private String update() {
    boolean joined = engine != Engine.POSTGRESQL;
    List<String> sets = new ArrayList<>();
    List<Column> columns = values.settable(link.target, 1 + choices.below(3));
    // In which order a joined update assigns is up to the plan (MySQL 9.7 manual, 15.2.17).
    boolean readsOthers = engine != Engine.MYSQL || columns.size() == 1;
    for (Column column : columns) {
      String name = "a." + column.name();
      sets.add((joined ? name : column.name()) + " = " + value(column, name, readsOthers));
    }
    if (joined && !link.source.equals(RandomTables.PETS) && choices.oneIn(3)) {
      Column other = values.settable(link.source, 1).get(0);
      sets.add("b." + other.name() + " = " + queries.expressions().stored(other.type()));
    }
    String set = " SET " + String.join(", ", sets);
    return joined
        ? "UPDATE " + tables() + set + and(" WHERE ")
        : "UPDATE %s a%s FROM %s b WHERE %s"
                .formatted(link.target.name(), set, link.source.name(), link.on)
            + and(" AND ");
  }

  private String value(Column column, String name, boolean readsOthers) {
    boolean required = link.target.required().contains(column.name());
    return column.declared() || required || !readsOthers || choices.oneIn(2)
        ? values.updated(link.target, column, name, new RandomScope(null))
        : queries.expressions().column(column.type(), scope());
  }

  private String tables() {
    return link.target.name()
        + " a"
        + choices.of(new String[] {" JOIN ", " LEFT JOIN "})
        + link.source.name()
        + " b ON "
        + link.on;
  }

  private String delete() {
    return engine == Engine.POSTGRESQL
        ? "DELETE FROM %s a USING %s b WHERE %s"
                .formatted(link.target.name(), link.source.name(), link.on)
            + and(" AND ")
        : "DELETE a FROM " + tables() + and(" WHERE ");
  }
}
